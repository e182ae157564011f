/** Where an admin changes a form. */
export default function EditorPage({ formKey }: { formKey: string }) {
  return <h1>{formKey}</h1>;
}
