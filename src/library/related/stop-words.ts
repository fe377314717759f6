/** Words of three letters and more that every text has, folded: English, German, French, Spanish, Portuguese, Italian. */
export const stopWords: ReadonlySet<string> = new Set(
  `about above across actually after again against all almost also although always among and another any anything
  are around back because been before being below between both but can cannot could did does doing done down during
  each either else enough even ever every everything few first for from get gets getting give given goes going good
  got had has have having her here him his how however into isn its itself just keep kind know last least less let
  like little long look lot made make makes many may maybe means might more most much must need needs never new next
  not nothing now off often once one only onto other our out over own part perhaps please put quite rather really
  right said same say see seem seems set several she should show since some something still such sure take than that
  the their them then there these they thing things think this those though three through thus time too two under
  until upon use used uses using very want was way well were what when where whether which while who whole whose why
  will with within without won work would yes yet you your yours don doesn didn wasn aren
  aber alle allem allen aller als also andere anderen auch auf aus bei beim bis bin bist dabei dadurch dafur damit
  dann das dass dazu dein dem den denn der des deshalb die dies diese diesem diesen dieser dieses doch dort durch ein
  eine einem einen einer eines einfach etwas fur gegen gibt haben hat hatte hier ich ihm ihn ihr ihre immer ins ist
  jede jeden jeder jedes jetzt kann kein keine konnen mal man mehr mein mich mir mit muss nach nicht nichts noch nun
  nur oder ohne schon sehr sein seine seit sich sie sind soll sondern uber und uns unser unter viel vom von vor war
  waren warum was weil welche wenn wer werden wie wieder wir wird wurde wurden zum zur zwei zwischen
  ainsi alors apres aucun aussi autre autres aux avant avec avoir car ces cet cette ceux chaque ceci cela comme
  comment dans depuis des deux dont elle elles encore est etait etre eux fait faire fois ici ils leur leurs lors mais
  meme mes moi moins mon notre nous par parce pas peu peut plus plusieurs pour pourquoi quand que quel quelle qui
  quoi sans ses ses son sont sous sur tous tout toute toutes tres trop une vers votre vous
  ademas ahora algo algun alguna alla ante antes aqui asi aun aunque bien cada casi como con contra cosa cual cuando
  del desde despues dice donde dos durante ella ellas ellos entre era eran esa ese eso esta estaba estan estar este
  esto estos fue fueron hace hacer hacia han hasta hay las les los mas mejor menos mientras mismo mucho muchos muy
  nada nos nosotros otra otro otros para pero poco por porque puede pueden pues que quien ser sera sido sin sobre
  solo somos son soy sus tal tambien tan tanto tener tiene tienen todas todo todos una uno unos usted vez
  ainda algum alguma aquele aquela ate bem dela dele deles depois disso ele ela eles essa esse este foi foram isso
  isto mais mesmo muito nao nem nos nossa nosso num numa onde ou pela pelo pelos qual quando quem sao seja sem sempre
  ser seu seus sua suas tem tinha uma voce
  alla alle allora anche ancora avere che chi ci come con cosa cosi cui dal dalla degli dei del della delle dello di
  dopo dove ecco era fa fare fino fra gli hai hanno ho il loro ma mentre mio molto nei nel nella nelle noi non nostro
  ogni per perche piu poi prima pure quale quando quanto quella quello questa queste questi questo qui se sei senza
  siamo sono sopra sotto sua sue sul sulla suo tra troppo tutti tutto un una uno voi`
    .split(/\s+/)
    .filter((word) => word.length > 2),
)
