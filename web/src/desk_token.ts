// Requests that may change the book carry the form token of the page.
export const formToken = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="form-token"]')?.content ?? "";

export function post(address: string, body: BodyInit): Promise<Response> {
  return fetch(address, { method: "POST", body, headers: { "X-Form-Token": formToken() }, credentials: "same-origin" });
}

// What a form would send, as the browser itself encodes it.
export function formBody(form: HTMLFormElement, extra: Record<string, string> = {}): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  for (const [name, value] of Object.entries(extra)) body.set(name, value);
  return body;
}
