import { useFormsTexts } from '../texts/forms';

/** The list of forms. */
export default function FormsPage() {
  return <h1>{useFormsTexts().title}</h1>;
}
