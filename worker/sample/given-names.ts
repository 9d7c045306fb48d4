/** How a person is named and addressed depends on where the family comes from, not on where it lives. */
export type NameCulture =
  | 'swedish'
  | 'norwegian'
  | 'danish'
  | 'finnish'
  | 'german'
  | 'english'
  | 'french'
  | 'dutch'
  | 'polish'
  | 'spanish'
  | 'italian'
  | 'international';

const split = (names: string): readonly string[] => names.split(' ');

export const GIVEN_NAMES: Readonly<Record<NameCulture, readonly string[]>> = {
  swedish: split(
    'Anna Åsa Elin Märta Linnéa Sofia Ingrid Karin Elsa Frida Malin Sara Ebba Astrid Britt-Marie Tove Hedvig Vera ' +
      'Erik Lars Björn Göran Anders Åke Nils Johan Oskar Per Gustaf Sven-Erik Mats Håkan Viktor Axel Hugo Emil',
  ),
  norwegian: split(
    'Ingrid Nora Solveig Kari Marit Astrid Silje Hanne Ragnhild Åse Bjørg Maja Thea Sigrid Aud Live ' +
      'Ola Lars Håkon Bjørn Øyvind Magnus Kjetil Sindre Tor Terje Henrik Eirik Jørgen Åsmund Gunnar Jan-Erik',
  ),
  danish: split(
    'Mette Anne Karen Sørine Freja Ida Kirsten Maja Lærke Signe Birgitte Astrid Bodil Else Dorthe Rikke ' +
      'Søren Jens Lars Niels Jørgen Mads Rasmus Bjarne Aage Christian Frederik Kåre Anders Thøger Bo Magnus',
  ),
  finnish: split(
    'Aino Helmi Päivi Marja-Liisa Kaisa Tiina Sari Anneli Hilla Venla Outi Pirjo Eevi Sanna Satu Iida ' +
      'Matti Juha Väinö Eero Mikko Jukka Pekka Onni Antti Kalle Heikki Jyrki Aleksi Ville Sakari Tapio',
  ),
  german: split(
    'Anna Katharina Jürgen Ute Käthe Lena Sabine Heike Mia Ingeborg Bärbel Anneliese Franziska Greta Clara Ulrike ' +
      'Hans Günther Jörg Lukas Felix Björn Karl-Heinz Stefan Maximilian Moritz Rüdiger Uwe Tobias Matthias Leon Götz',
  ),
  english: split(
    'Emily Olivia Grace Charlotte Chloë Zoë Hannah Imogen Alice Poppy Freya Siân Eleanor Beth Ruth Harriet ' +
      'Oliver George Harry Jack Thomas William James Callum Rhys Edward Daniel Samuel Robert Alfie Owen Niall',
  ),
  french: split(
    'Chloé Léa Manon Élodie Amélie Inès Zoé Hélène Anaïs Françoise Margaux Océane Aurélie Noémie Camille Maëlys ' +
      'François Jérôme Loïc Gaël Étienne Théo René Benoît Jean-Luc Sébastien Raphaël Hugo Mathéo Noël Antoine Côme',
  ),
  dutch: split(
    'Sanne Lotte Femke Anouk Maaike Fleur Noor Marieke Renée Liesbeth Saskia Eva Jet Roos Hanneke Doortje ' +
      'Daan Sem Jeroen Pieter Bas Thijs Ruben Joris Wouter Maarten Sjoerd Willem Gijs Koen Jan-Willem André',
  ),
  polish: split(
    'Agnieszka Małgorzata Katarzyna Zofia Łucja Elżbieta Bożena Joanna Magdalena Żaneta Hanna Wiesława Ewa Alicja ' +
      'Paweł Łukasz Michał Grzegorz Stanisław Wojciech Jędrzej Tomasz Krzysztof Zbigniew Bartłomiej Rafał Jan Piotr',
  ),
  spanish: split(
    'Lucía María Sofía Begoña Inés Concepción Rocío Nuria Àngels Marisol Pilar Yolanda Carmen Itziar ' +
      'José Álvaro Íñigo Jesús Martín Andrés Joaquín Óscar Ramón Iván Ángel Pablo Xabier Luis',
  ),
  italian: split(
    'Giulia Chiara Francesca Martina Ilaria Niccolò Mariarosa Alessia Beatrice Noemi Elisabetta Ginevra ' +
      'Lorenzo Matteo Andrea Giosuè Davide Salvatore Federico Riccardo Gianluca Marco Cosimo Tommaso',
  ),
  international: split(
    'Nguyễn-Anh Ayşe Şirin İbrahim Çağla Fatima Aïcha Mohammed Yusuf Zeynep Priya Arjun Ananya Wei Mei-Ling Yuki ' +
      'Haruto Ioana Ștefan Dóra Győző Zsófia Jiří Eliška Ljubiša Živa Dragan Siobhán Pádraig Þórdís Guðrún Ragnar ' +
      'Γιώργος Ελένη Νίκος Олена Андрій Марія Amina Omar Leilani Kwame Ngozi João Conceição Thị-Hương',
  ),
};
