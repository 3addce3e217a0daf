const form = document.querySelector(".filter");
const search = document.getElementById("search");
const filter = document.getElementById("filter");
const articles = [...document.querySelectorAll("article")];
const texts = articles.map((each) => each.textContent.toLowerCase());

function update() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  articles.forEach((each, i) => {
    const kinds = each.dataset.kinds.split(" ");
    const fits = (!filter.value || kinds.includes(filter.value)) && words.every((w) => texts[i].includes(w));
    each.hidden = !fits;
    count += fits;
  });
  document.getElementById("shown").textContent = `${count} of ${articles.length}`;
}

form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", update);
update();
