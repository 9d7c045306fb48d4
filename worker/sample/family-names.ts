import type { NameCulture } from './given-names.ts';

const split = (names: string): readonly string[] => names.split('|');

export const FAMILY_NAMES: Readonly<Record<NameCulture, readonly string[]>> = {
  swedish: split(
    'Andersson|Johansson|Åström|Öberg|Söderström|Lindqvist|Sjögren|Björk|Nyström|Ekström|Bergström|Hägg|Åkesson|' +
      'Wallin|Holmgren|Sandström|Löfgren|Engström|Forsberg|Dahl|Norén|Hedlund|Strömberg|af Klint|von Sydow|Bengtsson|' +
      'Nilsson|Larsson|Persson|Ögren|Lindén|Ek',
  ),
  norwegian: split(
    'Hansen|Johansen|Olsen|Larsen|Bakken|Haugen|Ødegård|Bjørnstad|Sørensen|Håland|Moen|Strøm|Nygård|Solberg|' +
      'Aasen|Kristiansen|Bø|Lie|Dahl-Jørgensen|Fossum|Myhre|Tveit|Rønning|Lund',
  ),
  danish: split(
    'Jensen|Nielsen|Hansen|Pedersen|Sørensen|Rasmussen|Jørgensen|Møller|Østergaard|Kjær|Bæk|Højgaard|Skov|' +
      'Thygesen|Nørgaard|Lauritsen|Bach|Ravn|Holm|Winther|Dam|Friis|Aagaard|Brøndum',
  ),
  finnish: split(
    'Korhonen|Virtanen|Mäkinen|Nieminen|Mäkelä|Hämäläinen|Laine|Heikkinen|Koskinen|Järvinen|Lehtonen|Lehtinen|' +
      'Saarinen|Salminen|Heinonen|Niemi|Hyvönen|Räsänen|Åberg|Kärkkäinen|Tuominen|Pitkänen|Öhman|Rantanen',
  ),
  german: split(
    'Müller|Schmidt|Schröder|Weiß|Groß|Köhler|Krüger|Böhm|Jäger|Strauß|Lange|Schäfer|Hoffmann|Fuchs|Vogel|' +
      'Möller|Preuß|Kühn|Bauer|von der Heide|Zimmermann|Wagner|Götz|Becker',
  ),
  english: split(
    "Smith|Jones|Taylor|Brown|O'Connor|O'Neill|Hughes|Evans|Wright|Thompson|Robinson|Walker|Llewellyn|McDonald|" +
      'MacLeod|Harrison|Baker|Green|Clarke|Hall-Jones|Patel|Wood|Turner|Fitzgerald',
  ),
  french: split(
    'Martin|Lefèvre|Durand|Moreau|Béranger|Gauthier|Rousseau|Boyer|Lemaître|Duprès|Guérin|Chevalier|François|' +
      "Mercier|Renaud|Hébert|Crépin|Girard|d'Arcy|de la Tour|Legrand|Noël|Marchand|Vasseur",
  ),
  dutch: split(
    "de Vries|van den Berg|Bakker|Janssen|de Jong|Visser|Smit|Meijer|van 't Hoff|Mulder|Bos|Dekker|Brouwer|" +
      'de Groot|Hendriks|van der Meer|Kuipers|Koster|Prins|Huisman|Postma|Veenstra',
  ),
  polish: split(
    'Nowak|Kowalski|Wiśniewski|Wójcik|Kamiński|Lewandowski|Zieliński|Szymański|Woźniak|Dąbrowski|Kozłowski|' +
      'Jankowski|Krawczyk|Piotrowski|Grabowski|Żak|Król|Wróbel|Gąsior|Łuczak',
  ),
  spanish: split(
    'García|Rodríguez|Fernández|López|Martínez|Sánchez|Pérez|Gómez|Muñoz|Álvarez|Núñez|Ibáñez|Castaño|Ortiz|' +
      'Giménez Soler|Vázquez|Peña|Domínguez|Ruiz|Serrano',
  ),
  italian: split(
    "Rossi|Russo|Ferrari|Esposito|D'Angelo|Colombo|Ricci|Marino|Greco|Conti|Dell'Acqua|De Luca|Mancini|Costa|" +
      'Giordano|Lo Presti|Barbieri|Moretti|Santoro|Forlì',
  ),
  international: split(
    'Nguyễn|Trần|Yılmaz|Öztürk|Şahin|Çelik|Hassan|Al-Amin|Khan|Sharma|Singh|Chen|Wang|Tanaka|Satō|Popescu|' +
      'Ionescu|Nagy|Szabó|Kovács|Novák|Dvořák|Petrović|Jovanović|Ní Bhriain|Jónsson|Sigurðardóttir|Παπαδόπουλος|' +
      'Γεωργίου|Шевченко|Коваленко|Okafor|Mensah|Silva|Gonçalves|Fonseca',
  ),
};
