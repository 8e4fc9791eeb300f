// Findings in the margin of a row: a shape and a letter for the worst of them, and how many there are.
const SVG = "http://www.w3.org/2000/svg";
const SHAPES = {
  major: ["M8 1 15 8 8 15 1 8Z", "M", "major"],
  minor: ["M4.5 1.5h7L15 8l-3.5 6.5h-7L1 8Z", "m", "minor"],
  info: ["M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z", "i", "for information"],
};
export const SEVERITIES = Object.keys(SHAPES);

export function worst(findings) {
  return SEVERITIES.find((severity) => findings.some((each) => each.severity === severity)) ?? "info";
}

export function shape(severity) {
  const [path, letter] = SHAPES[severity] ?? SHAPES.info;
  const drawing = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({ class: `plan-mark ${severity}`, viewBox: "0 0 16 16", width: 18, height: 18, "aria-hidden": "true" })) {
    drawing.setAttribute(name, value);
  }
  const outline = document.createElementNS(SVG, "path");
  outline.setAttribute("d", path);
  const text = document.createElementNS(SVG, "text");
  text.setAttribute("x", 8);
  text.setAttribute("y", severity === "minor" ? 10.5 : 11.2);
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
