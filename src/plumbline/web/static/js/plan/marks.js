// Findings in the margin of a row: a shape and a letter for the worst of them, and how many there are.
const SVG = "http://www.w3.org/2000/svg";
const SHAPES = {
  major: ["M8 1 15 8 8 15 1 8Z", "M", "major"],
  minor: ["M8 1.5 15 14H1Z", "m", "minor"],
  info: ["M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z", "i", "for information"],
};
export const SEVERITIES = Object.keys(SHAPES);

export function worst(findings) {
  return SEVERITIES.find((severity) => findings.some((each) => each.severity === severity)) ?? "info";
}

export function shape(severity) {
  const [path, letter] = SHAPES[severity] ?? SHAPES.info;
  const drawing = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({ class: `plan-mark ${severity}`, viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" })) {
    drawing.setAttribute(name, value);
  }
  const outline = document.createElementNS(SVG, "path");
  outline.setAttribute("d", path);
  const text = document.createElementNS(SVG, "text");
  text.setAttribute("x", 8);
  text.setAttribute("y", severity === "minor" ? 12.5 : 11.5);
  text.textContent = letter;
  drawing.append(outline, text);
  return drawing;
}

export function inWords(findings) {
  const many = findings.length === 1 ? "1 finding" : `${findings.length} findings`;
  return `${many}, ${findings.length === 1 ? "" : "the worst "}${SHAPES[worst(findings)][2]}`;
}

export function markOf(findings, row) {
  if (!findings.length) return [];
  const open = document.createElement("span");
  open.className = "plan-open-findings";
  open.dataset.findings = row.uid;
  open.title = findings.map((each) => each.title).join("\n");
  const words = document.createElement("span");
  words.className = "unseen";
  words.textContent = inWords(findings);
  const count = document.createElement("span");
  count.setAttribute("aria-hidden", "true");
  count.textContent = findings.length > 1 ? findings.length : "";
  open.append(shape(worst(findings)), count, words);
  return [open];
}
