/** How much of a question must be held by a record, and how much of a name by the question. */

/** Share of the question's weight that a record must cover to be an answer. */
export const ACCEPT = 0.55;

/** With a word that says what is meant ("thủ tục", "chủ trì") a little less will do. */
export const ACCEPT_WITH_CUE = 0.48;

export const OFFER = 0.3;

export const NEARLY_NAMED = 0.7;

/** A long story that holds nearly all of a record's name is about that record. */
export const WHOLE_NAME = 0.9;

/** A name that stands in a question with so much evidence is what it is about, whatever else it tells. */
export const SPOKEN_OF = 1;

/** In a question of so many words a subject is told by what it holds, not by its share. */
export const LONG_STORY = 14;

export const LONGER_STORY = 20;

export const TELLING = 1.5;

/** So much evidence makes up for words that no record holds. */
export const MUCH = 2.2;

export const MOSTLY_FOUND = 0.4;

/** A question that holds less of a name or alias than this is asked back, and less than the second is no answer:
 *  "ly hôn" stands in an alias of "Tách hộ" and is another matter. */
export const NAMED = 0.45;

export const MAX_TASKS_AT_ONCE = 3;

export const MAX_CHOICES = 5;

export const MAX_OFFERS = 3;

export const MAX_NEAR = 3;

/** "Nộp ở đâu?" */
export const FEW_WORDS = 3;
