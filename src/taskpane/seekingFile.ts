// Loads behind the pane: the better search, with words, spellings and corrections.
import { seekEverywhere } from "../dataset/seeking/seek";

seekEverywhere();
