// Names on the map: only where they hide neither a box nor another name. Whoever points at a box is told the
// rest.

export interface Mark {
  code: string;
  name: string;
  x: number;
  y: number; // pixels
  r?: number; // of its circle; else DOT
}

export const DOT = 9; // pixels: half of a box's circle
export const TEXT = 13; // pixels: the height of a name
export const MARGIN = 48; // pixels around all boxes

export interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Chinese characters are as wide as they are high, others about half of that. */
const widthOf = (name: string) => [...name].reduce((sum, char) => sum + (char > "\u2e80" ? TEXT : TEXT * 0.62), 0);

const GAP = 3;

/** Where a name written in the middle of x, upon y, lies. */
export const areaOf = ({ name, x, y }: Mark): Area => ({ left: x - widthOf(name) / 2, right: x + widthOf(name) / 2, top: y - TEXT, bottom: y + GAP });

const meet = (a: Area, b: Area) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Above, below, right, left. */
function placesOf(mark: Mark): Mark[] {
  const aside = DOT + GAP + widthOf(mark.name) / 2;
  return [{ ...mark, y: mark.y - DOT - GAP }, { ...mark, y: mark.y + DOT + TEXT }, { ...mark, x: mark.x + aside, y: mark.y + TEXT / 3 }, { ...mark, x: mark.x - aside, y: mark.y + TEXT / 3 }];
}

export function placeLabels(marks: readonly Mark[], width: number, height: number): Mark[] {
  const taken: Area[] = marks.map(({ x, y, r = DOT }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  const inside = (area: Area) => area.left >= 0 && area.right <= width && area.top >= 0 && area.bottom <= height;
  return marks.flatMap((mark) => {
    if (mark.name === "") return [];
    const place = placesOf(mark).find((one) => inside(areaOf(one)) && !taken.some((other) => meet(areaOf(one), other)));
    if (place) taken.push(areaOf(place));
    return place ?? [];
  });
}
