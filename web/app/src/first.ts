// Small, and there long before the app: asks for the box whose label was scanned.

import { askEarly } from "./api/early";
import { firstLang } from "./base/lang";
import { boxCodeOfAddress } from "./code/boxcode";

const label = boxCodeOfAddress(location.pathname);
if (label) askEarly(`public/box/${label.box}`, firstLang());
