// Files can be dropped anywhere on the page; they go into the form's own field, and the form is sent as ever.
const form = document.querySelector("form[data-drop]");
const field = form?.querySelector("input[type=file]");
const words = form?.querySelector("[data-drop-words]");

function say() {
  const count = field.files.length;
  words.textContent = count === 0 ? "" : `${count} ${count === 1 ? "file" : "files"} chosen. Press Upload.`;
}

function mark(isOver) {
  form.classList.toggle("over", isOver);
}

if (form) {
  words.textContent = "Or drop files here.";
  field.addEventListener("change", say);
  addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) {
      event.preventDefault();
      mark(true);
    }
  });
  addEventListener("dragleave", (event) => event.relatedTarget === null && mark(false));
  addEventListener("drop", (event) => {
    if (event.dataTransfer?.files.length) {
      event.preventDefault();
      field.files = event.dataTransfer.files;
      mark(false);
      say();
      form.querySelector("button").focus();
    }
  });
}
