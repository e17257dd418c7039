// Codes before a camera: a pack held there is one pack, in however many frames. A code counts when
// it comes into view and again only after it has left; two alike side by side are two. Bars are
// believed when two frames agree, for a blurred one can give a wrong code with a right check digit.

export interface Sight {
  text: string;
  format: string;
}

const GONE_MS = 1500; // longer than a shaky hand blurs a code
const AGREE_MS = 1000;
const SURE = new Set(["qr_code", "data_matrix", "aztec", "pdf417"]);

interface Seen {
  at: number; // last seen
  first: number;
  times: number;
  counted: number; // how many alike have been counted while it stays
  most: number; // alike in the frame before
}

export class Watch {
  private readonly seen = new Map<string, Seen>();

  /** What has just come into view in this frame. */
  see(sights: Sight[], at: number): Sight[] {
    for (const [text, known] of this.seen) if (at - known.at > GONE_MS) this.seen.delete(text);
    const alike = new Map<string, Sight[]>();
    for (const sight of sights) alike.set(sight.text, [...(alike.get(sight.text) ?? []), sight]);
    return [...alike.values()].flatMap((group) => this.count(group, at));
  }

  private count(group: Sight[], at: number): Sight[] {
    const [sight] = group;
    if (!sight) return [];
    const known = this.seen.get(sight.text) ?? { at, first: at, times: 0, counted: 0, most: 0 };
    if (known.counted === 0 && at - known.first > AGREE_MS) Object.assign(known, { first: at, times: 0 });
    known.at = at;
    known.times++;
    this.seen.set(sight.text, known);
    const before = known.most;
    known.most = group.length;
    if (known.times < 2 && !SURE.has(sight.format)) return [];
    // A second one alike counts when two frames in a row show both.
    const agreed = Math.max(1, Math.min(group.length, before));
    const fresh = Math.max(0, agreed - known.counted);
    known.counted += fresh;
    return group.slice(0, fresh);
  }
}
