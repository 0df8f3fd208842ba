// Inputs that are filled in a window: quotations, pictures, clips and places, in essays and in other forms.
import './essay/fields.js';
