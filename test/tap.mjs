// Runs tests, pairs of a name and a body, one after the other, and prints TAP. Resolves to how many failed, which is the exit code's too.
export async function run(tests) {
  let number = 0;
  let failed = 0;
  console.log(`1..${tests.length}`);
  for (const [name, body] of tests) {
    number++;
    try {
      await body();
      console.log(`ok ${number} - ${name}`);
    } catch (error) {
      failed++;
      console.log(`not ok ${number} - ${name}`);
      console.log(String(error?.stack ?? error).split("\n").slice(0, 12).map((line) => "# " + line).join("\n"));
    }
  }
  process.exitCode = failed > 0 ? 1 : 0;
  return failed;
}
