/** Where an official fills the forms of an obligation. */
export default function FillPage({ obligation }: { obligation: string }) {
  return <h1>{obligation}</h1>;
}
