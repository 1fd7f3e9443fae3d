// A file of its own behind the pane: the words, spellings and corrections by which names are found as people type them.
import { seekEverywhere } from "../dataset/seeking/seek";

seekEverywhere();
