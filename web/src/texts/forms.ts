import { areaTexts } from './texts';

const vi = {
  title: 'Biểu mẫu',
};

const en: typeof vi = {
  title: 'Forms',
};

/** What the pages about forms say. */
export const useFormsTexts = areaTexts(vi, en);
