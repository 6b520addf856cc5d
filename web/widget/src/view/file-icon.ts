const SVG = 'http://www.w3.org/2000/svg';

/** Shapes from Tabler Icons (MIT), 24 units wide. */
const SHEET = 'M14 3v4a1 1 0 0 0 1 1h4M17 21h-10a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2h7l5 5v11a2 2 0 0 1 -2 2z';
const INSIDE: Readonly<Record<string, string>> = {
  image: 'M9 17l2.5 -3l2 2l1.5 -2l2 3M10 11h.01',
  audio: 'M10 18a1 1 0 1 0 2 0a1 1 0 0 0 -2 0M12 18v-6l2 1',
  video: 'M10 12l5 3l-5 3z',
};
const LINES = 'M9 13h6M9 17h6';

/** Of a file of this media type; readers pass over it. */
export function fileIcon(type: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'i');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', SHEET + (INSIDE[type.split('/')[0] ?? ''] ?? LINES));
  svg.append(path);
  return svg;
}
