import { lang, speak } from "../words";

export const LanguageSwitch = () => (
  <button type="button" class="bare" lang={lang.value === "zh" ? "en" : "zh-CN"} onClick={() => speak(lang.value === "zh" ? "en" : "zh")}>
    {lang.value === "zh" ? "English" : "中文"}
  </button>
);
