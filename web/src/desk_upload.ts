// Reports dropped anywhere on a situation's page are added, and the page says what became of them.
import { post } from "./desk_token";

export function startUpload(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-upload]");
  const status = form?.querySelector<HTMLElement>("[data-upload-status]");
  const details = form?.closest("details");
  if (!form || !status || !details) return;

  const send = async (files: FileList | File[]): Promise<void> => {
    const body = new FormData();
    for (const file of files) body.append("files", file, file.name);
    body.set("form_token", form.querySelector<HTMLInputElement>("[name=form_token]")?.value ?? "");
    details.open = true;
    status.textContent = files.length === 1 ? "Reading the file …" : `Reading ${files.length} files …`;
    try {
      const answer = await post(form.action, body);
      if (answer.ok) {
        status.textContent = "Added. The figures follow …";
        location.assign(answer.redirected ? answer.url : location.pathname);
        return;
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      status.textContent = page.querySelector("main h1")?.textContent ?? "It could not be added. Try again.";
    } catch {
      status.textContent = "The desk does not answer. Nothing was added; try again in a moment.";
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const input = form.querySelector<HTMLInputElement>("input[type=file]");
    if (input?.files?.length) void send(input.files);
  });
  const hasFiles = (event: DragEvent): boolean => Array.from(event.dataTransfer?.types ?? []).includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    document.body.classList.add("drop-here");
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) document.body.classList.remove("drop-here");
  });
  document.addEventListener("drop", (event) => {
    document.body.classList.remove("drop-here");
    if (!hasFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    void send(event.dataTransfer.files);
  });
}
