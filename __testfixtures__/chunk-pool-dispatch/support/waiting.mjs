export default async function wait(word) {
  return word;
}
