/**
 * Lines that belong to the page and not to the article, whoever prints them: invitations to read,
 * share, subscribe or reply, and the notices that content systems set around a text. A pattern holds
 * for a whole line without the white space at its ends. English lines were read in 6,883 articles;
 * of the other languages only wordings that can be nothing else stand here.
 */
const ENGLISH: readonly RegExp[] = [
  /^(read|see|learn|watch|show|load) (more|also|next|full)\b.{0,60}$/iu,
  /^(click|tap) (here|to)\b.{0,60}$/iu,
  /^(share|tweet|email|print|comments?|advertisement|related|tags|topics|loading)( this)?( article| story| stories| articles| topics)?\s*:?\.{0,3}$/iu,
  /^share (this on|via|to)\b.{0,40}$/iu,
  /^read (or|and) share (this|the) (story|article)\b.{0,60}$/iu,
  /^share this( article| story| post| page)?( with your friends| on .{1,30})?( (share|tweet|post|pin|email|print))*\s*[:.!]?$/iu,
  /^more (in|from|on|stories|news)\b.{0,40}$/iu,
  /^leave a (reply|comment)\b.{0,40}$/iu,
  /^this site uses akismet to reduce spam\b.{0,80}$/iu,
  /^learn how your comment data is processed\.?$/iu,
  /^(sign up|subscribe|log in|register)( now| today| here)?( (for|to|by|with)\b.{0,60})?\s*[.!]?$/iu,
  /^(like|follow) (us|me|him|her|them) on\b.{0,80}$/iu,
  /^support the [\p{L}\s]{3,40}!$/iu,
  /^(story|article) continue[sd] below( advertisement)?\b.{0,20}$/iu,
  /^(photo|image|picture)s?( credit)?\s*(:|by\b).{0,80}$/iu,
  /^this (post|story|article|page|report) (was|has been) (last |first )?(updated|published|corrected)\b.{0,80}$/iu,
  /^(last |first |originally )?(updated|published)( at| on)?:? (\p{Nd}|(mon|tues?|wednes|thurs?|fri|satur|sun)(day)?\b|(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)([a-z]{3,6})?\b|noon\b|midnight\b|today\b|yesterday\b|an? \w+ ago\b).{0,40}$/iu,
  /^(copyright (©|\(c\)|\p{Nd}{4}|by\b)|©|\(c\) ?(copyright\b|\p{Nd}{4}|\p{Lu})).{0,150}$/iu,
  /^\(?(©|copyright) ?\p{Nd}{4}\b.{0,150}$/iu,
  /^all rights reserved\b.{0,120}$/iu,
  /^.{0,120}\bcontributed to this (report|article|story)\.?$/iu,
];

const GERMAN: readonly RegExp[] = [
  /^(lesen|sehen) sie (auch|mehr|hier mehr|dazu auch|dazu)( auf .{1,40}| unter .{1,40})?\s*(:.{0,100})?$/iu,
  /^(lesen|sehen) sie auch\b.{0,80}$/iu,
  /^(weiterlesen|mehr lesen|mehr zum thema|das könnte sie auch interessieren)\s*(:.{0,100})?$/iu,
  /^(anzeige|werbung|teilen|artikel teilen|kommentare|kommentar (schreiben|verfassen)|schreiben? sie einen kommentar)\s*:?$/iu,
  /^(newsletter|jetzt|hier) (abonnieren|anmelden)\s*[.!]?$/iu,
  /^folgen sie uns (auf|bei)\b.{0,60}$/iu,
  /^alle rechte vorbehalten\b.{0,80}$/iu,
  /^(foto|bild)s?\s*:.{1,60}$/iu,
];

const FRENCH: readonly RegExp[] = [
  /^([àa] )?(lire|voir) (aussi|également)\s*(:.{0,120})?$/iu,
  /^(lire la suite|lire plus|en savoir plus|continuer la lecture)\s*[.…]{0,3}$/iu,
  /^(publicité|partager|partager (cet|l[’'])\s?article|commentaires|laisser un commentaire|tous les commentaires)\s*:?$/iu,
  /^(abonnez-vous|inscrivez-vous)( (à|pour) .{0,60})?\s*[.!]?$/iu,
  /^suivez-nous sur .{0,60}$/iu,
  /^tous droits réservés\b.{0,80}$/iu,
  /^crédits? photos?\s*:.{0,80}$/iu,
  /^(publié|mis à jour) le \p{Nd}.{0,60}$/iu,
];

const SPANISH: readonly RegExp[] = [
  /^(lee|lea|leer|ver|vea|mira) también\s*(:.{0,120})?$/iu,
  /^(leer más|ver más|seguir leyendo|sigue leyendo|continuar leyendo)\s*[.…]{0,3}$/iu,
  /^(publicidad|compartir|compartir (este )?artículo|comentarios|deja un comentario|dejar un comentario|deja una respuesta)\s*:?$/iu,
  /^suscr[ií]b(ete|ase)( (a|al|aquí|para) ?.{0,60})?\s*[.!]?$/iu,
  /^(síguenos|síganos) en .{0,60}$/iu,
  /^todos los derechos reservados(?!\p{L}).{0,80}$/iu,
];

const ITALIAN: readonly RegExp[] = [
  /^(leggi|guarda) anche\s*(:.{0,120})?$/iu,
  /^(leggi (di più|tutto)|continua a leggere)\s*[.…]{0,3}$/iu,
  /^(pubblicità|condividi|condividi (questo |l[’'])articolo|commenti|lascia un commento)\s*:?$/iu,
  /^iscriviti alla newsletter.{0,40}$/iu,
  /^seguici su .{0,60}$/iu,
  /^tutti i diritti (sono )?riservati(?!\p{L}).{0,80}$/iu,
  /^riproduzione riservata\s*.{0,40}$/iu,
];

const RUSSIAN: readonly RegExp[] = [
  /^(читайте|читать|смотрите|смотреть) также\s*(:.{0,120})?$/iu,
  /^(читать (далее|дальше|полностью)|подробнее)\s*[.…]{0,3}$/iu,
  /^(реклама|поделиться|комментарии|(оставить|добавить|написать) комментарий)\s*:?$/iu,
  /^(подписаться|подпишитесь|подписывайтесь)( на .{0,60})?\s*[.!]?$/iu,
  /^все права защищены(?!\p{L}).{0,80}$/iu,
  /^фото\s*:.{1,60}$/iu,
];

const FIXED_LINES: readonly RegExp[] = [...ENGLISH, ...GERMAN, ...FRENCH, ...SPANISH, ...ITALIAN, ...RUSSIAN];

/** A line of more UTF-16 units than this is prose, whatever it begins with. */
const LONGEST_FIXED_LINE = 160;

/** True when a line, taken by itself, is page furniture in any document. */
export function isFurnitureLine(line: string): boolean {
  const trimmed = line.length <= 4 * LONGEST_FIXED_LINE ? line.trim() : line;
  return trimmed.length <= LONGEST_FIXED_LINE && FIXED_LINES.some((pattern) => pattern.test(trimmed));
}
