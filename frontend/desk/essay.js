// The essay's form: pickers in the rich-text toolbar, and the inputs of quotations, figures, clips, places and tables.
import './essay/entities.js';
import './essay/fields.js';
import './essay/table.js';
import './essay/count.js';
import './essay/names.js';
import './essay/word-document.js';
