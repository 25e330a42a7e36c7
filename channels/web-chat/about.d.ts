/** Type of about.js, which the server writes from what is loaded; see pages/about-script.ts. */
import type { AboutChat } from "./pages/about-script.ts";

export const ABOUT: AboutChat;
