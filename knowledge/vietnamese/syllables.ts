/** Is a word a Vietnamese syllable? By onset and rime tables; rimes that end in a stop take only sắc or nặng. */

const ONSETS = new Set(" b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(" "));
/** Rimes without tone. After "qu" the u is the onset's. */
const RIMES = new Set(
  (
    "a ă â e ê i o ô ơ u ư y " +
    "ai ao au ay âu ây eo êu ia iu iê oa oe oi ôi ơi ua ui uê ưa ưi ưu uy uơ yê " +
    "am ăm âm em êm im om ôm ơm um ưm an ăn ân en ên in on ôn ơn un ưn ang ăng âng eng êng ing ong ông ung ưng anh ênh inh " +
    "ap ăp âp ep êp ip op ôp ơp up ưp at ăt ât et êt it ot ôt ơt ut ưt ac ăc âc ec êc ic oc ôc uc ưc ach êch ich " +
    "iêm iên iêng iêp iêt iêc iêu yêm yên yêng yêt yêu " +
    "oan oăn oang oăng oanh oac oăc oach oat oăt oai oay oao oam oăm oap oeo oen oet oong ooc " +
    "uân uâng uât uây uên uênh uêch uêu uôi uôm uôn uông uôc uôt uôp ươi ươm ươn ương ươp ươt ươc ươu uya uyên uyêt uynh uych uyt uyp uyu uyn uân uơi uôu"
  ).split(" "),
);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const STOP = /(?:c|ch|p|t)$/;
const SHARP_OR_HEAVY = /[\u0301\u0323]/;
const stripMarks = (word: string) => word.normalize("NFD").replace(/\p{M}/gu, "");
const FOLDED_RIMES = new Set([...RIMES].map(stripMarks));
/** The same sound is spelled k, gh, ngh before i, e, ê, y and c, g, ng before the rest. */
const FRONT_ONSETS = new Set(["k", "gh", "ngh"]);
const BACK_ONSETS = new Set(["c", "g", "ng"]);

const withoutTone = (word: string) => word.normalize("NFD").replace(TONES, "").normalize("NFC");

/** Accented or not: "tieng" and "tiếng" are both syllables, "tieesng" and "viêt" are none. Lower case expected. */
export function isVietnameseSyllable(word: string): boolean {
  const decomposed = word.normalize("NFD");
  const bare = withoutTone(word);
  const tones = decomposed.match(TONES) ?? [];
  if (tones.length > 1) return false;
  const plain = bare === stripMarks(bare) && !bare.includes("đ");
  const typedPlain = plain && tones.length === 0;
  if (STOP.test(bare) && !typedPlain && !SHARP_OR_HEAVY.test(decomposed)) return false;
  return splits(bare).some(
    ([onset, rime]) =>
      ONSETS.has(onset) && agree(onset, rime) && (RIMES.has(rime) || (typedPlain && FOLDED_RIMES.has(rime))),
  );
}

function agree(onset: string, rime: string): boolean {
  const front = /^[ieêy]/.test(rime);
  return front ? !BACK_ONSETS.has(onset) : !FRONT_ONSETS.has(onset);
}

/** Every way to cut a word into onset and rime: at most three letters of onset. */
function splits(word: string): [string, string][] {
  const cuts: [string, string][] = [];
  for (let i = 0; i <= Math.min(3, word.length - 1); i++) cuts.push([word.slice(0, i), word.slice(i)]);
  // "gì", "gin": the i of gi is also the rime's.
  if (word.startsWith("gi")) cuts.push(["gi", word.slice(1)]);
  return cuts;
}
