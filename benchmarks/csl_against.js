// Renders jobs with citeproc-js: one JSON job a line on standard input, one JSON answer a line out.
// A job has `style` (XML), `locale`, `items`, `mode` (bibliography, citation or document) and, for
// the last two, `clusters`; a document also has `notes` and `nocite`.
const CSL = require("citeproc");
const fs = require("fs");
const locales = process.argv[2];

function engine(job) {
  const items = Object.fromEntries(job.items.map(item => [item.id, item]));
  const system = {
    retrieveLocale: lang => {
      try { return fs.readFileSync(`${locales}/locales-${lang}.xml`, "utf8"); }
      catch (error) { return false; }
    },
    retrieveItem: id => JSON.parse(JSON.stringify(items[id])),
  };
  return new CSL.Engine(system, job.style, job.locale || undefined, Boolean(job.locale));
}

function render(job) {
  const made = engine(job);
  const ids = job.items.map(item => item.id);
  if (job.mode === "bibliography") {
    made.updateItems(ids);
    const [about, entries] = made.makeBibliography() || [{entry_ids: []}, []];
    return about.entry_ids.map((id, place) => [id[0], entries[place]]);
  }
  if (job.mode === "citation") {
    made.updateItems(ids);
    return job.clusters.map(cluster => [cluster[0].id, made.makeCitationCluster(cluster)]);
  }
  const citations = job.clusters.map((cluster, place) => ({
    citationID: `c${place}`,
    citationItems: cluster,
    properties: {noteIndex: job.notes[place]},
  }));
  made.updateUncitedItems(job.nocite);
  const texts = made.rebuildProcessorState(citations, "html", job.nocite);
  return texts.map(([id, note, text]) => [id, text]);
}

const stderr = console.error;
console.log = stderr;
CSL.debug = () => undefined;
for (const line of fs.readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  let answer;
  try { answer = {strings: render(JSON.parse(line))}; }
  catch (error) { answer = {error: String(error)}; }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
