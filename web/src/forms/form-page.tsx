/** One form: its versions, what changed, and where its rows come from. */
export default function FormPage({ formKey }: { formKey: string }) {
  return <h1>{formKey}</h1>;
}
