// The essay's form: pickers in the rich-text toolbar, tables, counting. What is filled in a window is in picked.js.
import './essay/entities.js';
import './essay/table.js';
import './essay/count.js';
import './essay/names.js';
import './essay/word-document.js';
