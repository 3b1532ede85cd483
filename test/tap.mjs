const TEST_SECONDS = 180;

// The body's end, or an error when it takes too long: what it waits for may never come.
async function within(body) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`not done after ${TEST_SECONDS} s`)), TEST_SECONDS * 1000)));
  await Promise.race([body(), late]).finally(() => clearTimeout(timer));
}

// Runs tests, pairs of a name and a body, one after the other, and prints TAP. Resolves to how many failed, which is the exit code's too.
export async function run(tests) {
  let number = 0;
  let failed = 0;
  console.log(`1..${tests.length}`);
  for (const [name, body] of tests) {
    number++;
    try {
      await within(body);
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
