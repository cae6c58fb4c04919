// src/text/host.sv.ts: why Excel or a file refused, in Swedish.
import { halfWritten, inBrackets, type HostTexts } from "./host";

export const hostSv: HostTexts = {
  "not-a-workbook": (detail) =>
    `Filen är ingen Excel-arbetsbok. Spara den som .xlsx och försök igen.${inBrackets(detail)}`,
  "encrypted-workbook": (detail) =>
    `Arbetsboken är skyddad med lösenord för öppning. Öppna den i Excel, ta bort lösenordet (Arkiv, Info, Skydda arbetsbok) och försök igen.${inBrackets(detail)}`,
  "legacy-xls": (detail) =>
    `Arbetsboken är i det gamla formatet .xls. Öppna den i Excel, spara som .xlsx och försök igen.${inBrackets(detail)}`,
  "damaged-workbook": (detail) =>
    `Arbetsboken är skadad och kan inte läsas. Öppna den i Excel, låt Excel reparera den, spara och försök igen.${inBrackets(detail)}`,
  "not-a-ledger": () =>
    "Filen är ingen SIE-fil av typ 1–4. Exportera den på nytt ur ekonomisystemet som SIE 4 och försök igen.",
  "not-a-table": (detail) =>
    /^row \d/u.test(detail)
      ? `${detail.replace("row", "Rad")} har fler kolumner än rubrikerna: troligen står ett kommatecken eller semikolon inne i en text eller ett belopp. Öppna filen i Excel och spara den som .xlsx.`
      : "Filen är ingen tabell med rubriker och kolumner. Exportera den på nytt med semikolon mellan kolumnerna, eller spara den som .xlsx.",
  "cell-edit-mode": () => "En cell redigeras just nu. Tryck Enter eller Esc i Excel och försök igen.",
  "sheet-protected": (detail) =>
    `Ett blad är skyddat och kan inte skrivas om${inBrackets(detail)}. Ta bort skyddet (Granska, Ta bort bladets skydd) och försök igen.`,
  "workbook-protected": (detail) =>
    `Arbetsbokens struktur är skyddad, så inga flikar kan läggas till${inBrackets(detail)}. Ta bort skyddet (Granska, Skydda arbetsbok) och försök igen.`,
  "payload-too-large": (detail) =>
    `Det blev för mycket data på en gång för Excel${inBrackets(detail)}. Dela upp underlaget på flera arbetsböcker, eller använd filvägen i webbläsaren.`,
  "sheet-missing": (detail) => `Ett blad som behövs finns inte längre${inBrackets(detail)}. Läs in arbetsboken igen.`,
  "sheet-hidden": (detail) =>
    `Bladet är dolt${inBrackets(detail)}. Visa det i Excel (högerklicka på en flik, Ta fram) och försök igen.`,
  "not-supported": (detail) =>
    `Den här versionen av Excel saknar något som behövs${inBrackets(detail)}. Uppdatera Excel, eller använd filvägen i webbläsaren.`,
  "half-written": (detail) => {
    const { reason, restored, values, lost, unknown } = halfWritten(detail);
    return [
      `Excel avbröt skrivningen${inBrackets(reason)}.`,
      ...(restored === ""
        ? []
        : [`Siffror, formler och det ni skrivit är tillbaka i ${restored}, men inte utseendet.`]),
      ...(values === "" ? [] : [`Det ni skrivit är tillbaka i ${values}, med siffror i stället för formler.`]),
      ...(lost === "" ? [] : [`${lost} är ofullständig och behöver skrivas om.`]),
      ...(unknown === "" ? [] : [`${unknown} kan vara ofullständiga.`]),
      "Era egna blad är orörda. Skriv flikarna igen, utan att stänga rutan eller läsa om, så blir de hela; det ni skrivit följer med.",
    ].join(" ");
  },
  unexpected: (detail) =>
    `Excel avbröt av ett okänt skäl${inBrackets(detail)}. Kontrollera att en arbetsbok är öppen och försök igen; om det upprepas, spara arbetsboken, starta om Excel och kör igen.`,
};
