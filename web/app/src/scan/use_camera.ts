// The live camera: opened by a touch, read several times a second, closed when the page is left or
// out of sight.

import { useEffect, useRef, useState } from "preact/hooks";
import { detector } from "./detector";
import { type Sight, Watch } from "./watch";

/** broken: it, or what reads codes, did not start; the next time it may. */
export type CameraState = "off" | "loading" | "on" | "denied" | "missing" | "broken";

const WHY: Record<string, CameraState> = { NotAllowedError: "denied", SecurityError: "denied", NotFoundError: "missing", OverconstrainedError: "missing" };

const PAUSE_MS = 90; // between two looks: leaves the phone time to draw, and stays cool

const WISH: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } },
};

interface Torch extends MediaTrackCapabilities {
  torch?: boolean;
}

export function useCamera(onSight: (sight: Sight) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const stream = useRef<MediaStream | null>(null);
  const told = useRef(onSight);
  told.current = onSight;
  const [state, setState] = useState<CameraState>(navigator.mediaDevices ? "off" : "missing");
  const [torch, setTorch] = useState<boolean | null>(null); // null: it has none

  const stop = (next: CameraState = "off") => {
    stream.current?.getTracks().forEach((track) => track.stop());
    stream.current = null;
    setTorch(null);
    setState(next);
  };

  const start = async () => {
    setState("loading");
    try {
      const opened = await navigator.mediaDevices.getUserMedia(WISH);
      const read = await detector().catch((error) => {
        opened.getTracks().forEach((track) => track.stop());
        throw error;
      });
      const shown = video.current;
      if (!shown) return opened.getTracks().forEach((track) => track.stop());
      stream.current = opened;
      shown.srcObject = opened;
      await shown.play();
      const [track] = opened.getVideoTracks();
      if ((track?.getCapabilities?.() as Torch | undefined)?.torch) setTorch(false);
      setState("on");
      void look(shown, opened, read);
    } catch (error) {
      stop(WHY[(error as Error).name] ?? "broken");
    }
  };

  const look = async (shown: HTMLVideoElement, opened: MediaStream, read: (source: CanvasImageSource) => Promise<Sight[]>) => {
    const watch = new Watch();
    while (stream.current === opened) {
      if (shown.readyState >= 2 && document.visibilityState === "visible") {
        const sights = await read(shown).catch(() => []);
        if (stream.current !== opened) return;
        watch.see(sights, performance.now()).forEach((sight) => told.current(sight));
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  };

  const light = async () => {
    const next = !torch;
    const [track] = stream.current?.getVideoTracks() ?? [];
    await track?.applyConstraints({ advanced: [{ torch: next } as MediaTrackConstraintSet] }).catch(() => {});
    setTorch(next);
  };

  useEffect(() => () => stop(), []);
  return { video, state, torch, start, stop, light };
}
