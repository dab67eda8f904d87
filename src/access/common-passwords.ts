/**
 * The passwords of ten characters and more that are tried first: what published lists of leaked passwords
 * (NCSC and SplashData name the same ones every year) have in common, in English and in Chinese use.
 * Runs of one character and rows of neighbours are found by rule and so are not listed.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `123456789a a123456789 123456789q q123456789 1234567890a a1234567890 aa12345678 aa123456789
  1234qwerasdf 12345qwert 123qwe123qwe qwe123qwe123 qwerty1234 qwerty12345 qwerty123456 1q2w3e4r5t
  1q2w3e4r5t6y 1qaz2wsx3edc q1w2e3r4t5 zaq12wsxcde3 1qazxsw23edc qwertyuiop qwertyuiop1
  qwertyuiop123 asdfghjkl1 asdfghjkl123 zxcvbnm123 zxcvbnm1234 password12 password123 password1234
  passw0rd123 password01 passwordpassword p@ssw0rd123 p@ssword123 abc123456789 abcd123456
  abcd1234567 abc1234567 abcdef1234 iloveyou12 iloveyou123 iloveyou1314 woaini1314 woaini1314520
  woaini5201314 5201314520 1314520520 5211314521 wo123456789 zhang123456 wang123456 li123456789
  qq123456789 qq1234567890 asd123456789 asdf123456 asdf1234567 zxc123456789 changeme123
  changeme1234 letmein123 letmein1234 welcome123 welcome1234 administrator admin12345 admin123456
  admin1234567 root123456 test123456 test1234567 user123456 guest123456 demo123456 secret1234
  default123 football123 baseball123 basketball sunshine123 princess123 superman123 charlie123
  michael123 monkey1234 dragon1234 master1234 computer123 internet123 whatever123 trustno1trustno1
  starwars123 liverpool1 chelsea123 arsenal123 manchester blink182blink qazwsxedcrfv qazwsx123456
  1qaz1qaz1qaz qweasdzxc123 qweasdzxc1 147258369a 1472583690 147852369a 7894561230 0147258369
  1597534682 31415926535 3141592653 1029384756 0192837465 1357924680 2468013579 12qwaszx12
  careledger careledger1 careledger123 mutualaid123`.split(/\s+/),
)
