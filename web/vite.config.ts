import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { antdStyle } from './antd-style.ts';

/** `npm run web:dev` serves the pages alone and passes API calls on to a product started with `npm start`. */
const product = 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), antdStyle()],
  build: {
    // Everything is a file of its own: the content security policy allows nothing inside the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The form engine only defines things: what a page does not use of it, validators and parsers of other sides, stays out.
    rolldownOptions: {
      treeshake: {
        moduleSideEffects: [{ test: /\/src\/forms\/|node_modules\/(ajv|zod|re2js|fast-uri)\//, sideEffects: false }],
      },
    },
  },
  server: { proxy: { '/api': product } },
});
