// Refreshes the panel "What this allows" while roles and compartments are ticked. Without it, Preview does the same.
const panel = document.querySelector("[data-reach]");
const form = panel?.closest("form");
const part = (name) => panel.querySelector(`[data-part="${name}"]`);
let asked = 0;

async function refresh() {
  const mine = ++asked;
  const ticked = new FormData(form);
  const response = await fetch("/api/v1/risk/assessments", {
    method: "POST", headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ roles: ticked.getAll("roles"), series: ticked.getAll("series") }),
  });
  if (!response.ok || mine !== asked) {
    return; // the numbers stay as they were; Preview still works
  }
  const reach = await response.json();
  part("sentence").textContent = reach.sentence;
  part("customers").textContent = reach.customers;
  part("fields").textContent = reach.fields.length;
  part("protected").textContent = reach.protectedFields;
  part("names").textContent = reach.labels.join(", ");
  part("bar").setAttribute("width", reach.allCustomers ? 100 * reach.customers / reach.allCustomers : 0);
}

if (form) {
  panel.querySelector("[data-preview]").hidden = true;
  form.addEventListener("change", (event) => {
    if (event.target.matches("[data-grant]")) {
      refresh();
    }
  });
}
