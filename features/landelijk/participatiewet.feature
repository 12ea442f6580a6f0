# language: nl
Functionaliteit: De Participatiewet en de Algemene wet bestuursrecht bij ondernemen in een coöperatie
  Landelijke regels. De overeenkomst van Delft is hier alleen het voertuig: zij vult de open punten in.
  Alle personen zijn verzonnen.

  Regel: Artikel 31 lid 2 onderdeel n: 25 procent vrij, met een maximum, zes maanden lang

    Achtergrond:
      Gegeven de overeenkomst "delft/scope"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven             | waarde              |
        | uitkering           | pw                  |
        | leefvorm            | alleenstaande       |
        | kostendelers        | 1                   |
        | geboortedatum       | 1984-03-02          |
        | stand               | lid                 |
        | omzet               | € 0,00              |
        | opname              | € 0,00              |
        | ander_inkomen       | € 0,00              |
        | medisch_urenbeperkt | nee                 |
        | loonkostensubsidie  | nee                 |
        | eerste_maand_r      | niet van toepassing |

    Abstract Scenario: Een deel, precies het maximum en erboven (W3, W4)
      Gegeven de gegevens
        | gegeven            | waarde |
        | loon               | <loon> |
        | maanden_n_gebruikt | 0      |
      En de oordelen
        | oordeel                            | waarde | door         | reden               |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | stap naar meer werk |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"
      En is "vrijlating" gelijk aan "<vrijlating>"
      En is "in_aanmerking" gelijk aan "<in aanmerking>"

      Voorbeelden:
        | loon       | vrijlating | in aanmerking | bijstand   |
        | € 0,00     | € 0,00     | € 0,00        | € 1.419,46 |
        | € 0,01     | € 0,00     | € 0,01        | € 1.419,45 |
        | € 0,02     | € 0,01     | € 0,01        | € 1.419,45 |
        | € 900,00   | € 225,00   | € 675,00      | € 744,46   |
        | € 1.139,99 | € 285,00   | € 854,99      | € 564,47   |
        | € 1.140,00 | € 285,00   | € 855,00      | € 564,46   |
        | € 1.140,01 | € 285,00   | € 855,01      | € 564,45   |
        | € 1.300,00 | € 285,00   | € 1.015,00    | € 404,46   |

    Abstract Scenario: Ten hoogste zes maanden
      Gegeven de gegevens
        | gegeven            | waarde     |
        | loon               | € 900,00   |
        | maanden_n_gebruikt | <gebruikt> |
      En de oordelen
        | oordeel                            | waarde       | door         | reden               |
        | draagt_bij_aan_arbeidsinschakeling | <draagt bij> | klantmanager | stap naar meer werk |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"
      En is "vrijlatingsgrond" gelijk aan "<grond>"
      En beslist de regel "<regel>"

      Voorbeelden:
        | gebruikt | draagt bij | grond           | bijstand | regel                        |
        | 0        | ja         | onderdeel_n     | € 744,46 | zes_maanden                  |
        | 4        | ja         | onderdeel_n     | € 744,46 | zes_maanden                  |
        | 5        | ja         | onderdeel_n     | € 744,46 | zes_maanden                  |
        | 6        | ja         | geen_vrijlating | € 519,46 | zonder_grond_geen_vrijlating |
        | 7        | ja         | geen_vrijlating | € 519,46 | zonder_grond_geen_vrijlating |
        | 0        | nee        | geen_vrijlating | € 519,46 | zonder_grond_geen_vrijlating |

    Scenario: Zonder oordeel over de arbeidsinschakeling is er geen bedrag
      Gegeven de gegevens
        | gegeven            | waarde   |
        | loon               | € 900,00 |
        | maanden_n_gebruikt | 0        |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de status "oordeel_nodig"
      En ontbreekt "draagt_bij_aan_arbeidsinschakeling"

    Scenario: Een maand zonder vrijlating telt geheel mee
      Gegeven de gegevens
        | gegeven            | waarde   |
        | loon               | € 900,00 |
        | maanden_n_gebruikt | 6        |
      En de oordelen
        | oordeel                            | waarde | door         | reden               |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | stap naar meer werk |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "inkomen_persoon" gelijk aan "€ 900,00"
      En is "recht" gelijk aan "wel_recht"

  Regel: Artikel 32 lid 1: ander inkomen dan uit arbeid kent geen vrijlating

    Scenario: Alimentatie naast loon
      Gegeven de overeenkomst "delft/scope"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven             | waarde        |
        | uitkering           | pw            |
        | leefvorm            | alleenstaande |
        | kostendelers        | 1             |
        | geboortedatum       | 1984-03-02    |
        | stand               | lid           |
        | omzet               | € 0,00        |
        | opname              | € 0,00        |
        | loon                | € 400,00      |
        | ander_inkomen       | € 200,00      |
        | medisch_urenbeperkt | nee           |
        | loonkostensubsidie  | nee           |
        | maanden_n_gebruikt  | 0             |
      En de oordelen
        | oordeel                            | waarde | door         | reden               |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | stap naar meer werk |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "vrijlating" gelijk aan "€ 100,00"
      En is "in_aanmerking" gelijk aan "€ 500,00"
      En is de uitkomst "€ 919,46"

  Regel: Artikel 31 lid 5: onder 27 jaar geen vrijlating volgens onderdeel n of r

    Achtergrond:
      Gegeven de overeenkomst "delft/scope"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven            | waarde              |
        | uitkering          | pw                  |
        | leefvorm           | alleenstaande       |
        | kostendelers       | 1                   |
        | stand              | lid                 |
        | omzet              | € 0,00              |
        | opname             | € 0,00              |
        | ander_inkomen      | € 0,00              |
        | loon               | € 400,00            |
        | loonkostensubsidie | nee                 |
        | maanden_n_gebruikt | 0                   |
        | eerste_maand_r     | niet van toepassing |
      En de oordelen
        | oordeel                            | waarde | door         | reden               |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | stap naar meer werk |

    Abstract Scenario: De verjaardag en de laatste dag van de maand
      Gegeven de gegevens
        | gegeven             | waarde        |
        | geboortedatum       | <geboren>     |
        | medisch_urenbeperkt | <urenbeperkt> |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "vrijlatingsgrond" gelijk aan "<grond>"
      En is "vrijlating" gelijk aan "<vrijlating>"
      En is de uitkomst "<bijstand>"

      Voorbeelden:
        | geboren    | urenbeperkt | grond           | vrijlating | bijstand   |
        | 1999-10-30 | nee         | onderdeel_n     | € 100,00   | € 1.119,46 |
        | 1999-10-31 | nee         | onderdeel_n     | € 100,00   | € 1.119,46 |
        | 1999-11-01 | nee         | geen_vrijlating | € 0,00     | € 1.019,46 |
        | 1999-11-01 | ja          | onderdeel_y     | € 60,00    | € 1.079,46 |
        | 1999-10-31 | ja          | onderdeel_n     | € 100,00   | € 1.119,46 |

    Abstract Scenario: Onder 21 jaar is de norm niet vertaald
      Gegeven de gegevens
        | gegeven             | waarde    |
        | geboortedatum       | <geboren> |
        | medisch_urenbeperkt | nee       |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de status "<status>"

      Voorbeelden:
        | geboren    | status          |
        | 2005-09-30 | uitkomst_bekend |
        | 2005-10-01 | uitkomst_bekend |
        | 2005-10-02 | geen_regel      |

    Abstract Scenario: Wie de pensioenleeftijd heeft bereikt krijgt deze norm niet
      Gegeven de gegevens
        | gegeven                  | waarde     |
        | geboortedatum            | <geboren>  |
        | pensioenleeftijd_bereikt | <pensioen> |
        | medisch_urenbeperkt      | nee        |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de status "<status>"

      Voorbeelden:
        | geboren    | pensioen | status             |
        | 1960-11-01 |          | uitkomst_bekend    |
        | 1960-10-31 |          | gegevens_ontbreken |
        | 1960-10-31 | nee      | uitkomst_bekend    |
        | 1959-10-31 | ja       | geen_regel         |

  Regel: Artikel 31 lid 2 onderdelen r, y, z en aa: na de zes maanden

    Achtergrond:
      Gegeven de overeenkomst "delft/scope"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven       | waarde     |
        | uitkering     | pw         |
        | kostendelers  | 1          |
        | geboortedatum | 1984-03-02 |
        | stand         | lid        |
        | omzet         | € 0,00     |
        | opname        | € 0,00     |
        | ander_inkomen | € 0,00     |
      En de oordelen
        | oordeel                            | waarde | door         | reden               |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | stap naar meer werk |

    Abstract Scenario: Alleenstaande ouder met een kind tot 12 jaar, dertig maanden achter elkaar
      Gegeven de gegevens
        | gegeven              | waarde              |
        | leefvorm             | alleenstaande_ouder |
        | jongste_kind_geboren | <kind>              |
        | maanden_n_gebruikt   | <n>                 |
        | eerste_maand_r       | <r vanaf>           |
        | medisch_urenbeperkt  | <urenbeperkt>       |
        | loonkostensubsidie   | nee                 |
        | loon                 | € 800,00            |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "vrijlatingsgrond" gelijk aan "<grond>"
      En is "vrijlating" gelijk aan "<vrijlating>"

      Voorbeelden:
        | kind       | n | r vanaf             | urenbeperkt | grond           | vrijlating |
        | 2020-05-05 | 5 | niet van toepassing | nee         | onderdeel_n     | € 200,00   |
        | 2020-05-05 | 6 | niet van toepassing | nee         | onderdeel_r     | € 100,00   |
        | 2014-10-02 | 6 | niet van toepassing | nee         | onderdeel_r     | € 100,00   |
        | 2014-09-30 | 6 | niet van toepassing | nee         | geen_vrijlating | € 0,00     |
        | 2014-10-01 | 6 | niet van toepassing | nee         | geen_vrijlating | € 0,00     |
        | 2020-05-05 | 6 | 2024-06-01          | nee         | onderdeel_r     | € 100,00   |
        | 2020-05-05 | 6 | 2024-05-01          | nee         | onderdeel_r     | € 100,00   |
        | 2020-05-05 | 6 | 2024-04-01          | nee         | geen_vrijlating | € 0,00     |
        | 2020-05-05 | 6 | niet van toepassing | ja          | onderdeel_y     | € 120,00   |

    Abstract Scenario: Het maximum van onderdeel r en van onderdeel y
      Gegeven de gegevens
        | gegeven              | waarde              |
        | leefvorm             | alleenstaande_ouder |
        | jongste_kind_geboren | 2020-05-05          |
        | maanden_n_gebruikt   | 6                   |
        | eerste_maand_r       | 2026-09-01          |
        | medisch_urenbeperkt  | <urenbeperkt>       |
        | loonkostensubsidie   | nee                 |
        | loon                 | <loon>              |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "vrijlating" gelijk aan "<vrijlating>"

      Voorbeelden:
        | urenbeperkt | loon       | vrijlating |
        | nee         | € 1.400,00 | € 175,00   |
        | nee         | € 1.421,28 | € 177,66   |
        | nee         | € 1.421,36 | € 177,66   |
        | ja          | € 1.200,00 | € 180,00   |
        | ja          | € 1.201,27 | € 180,19   |
        | ja          | € 1.201,34 | € 180,19   |

    Scenario: Loon met loonkostensubsidie na de zes maanden vraagt een mens
      Gegeven de gegevens
        | gegeven             | waarde              |
        | leefvorm            | alleenstaande       |
        | maanden_n_gebruikt  | 6                   |
        | eerste_maand_r      | niet van toepassing |
        | medisch_urenbeperkt | nee                 |
        | loonkostensubsidie  | ja                  |
        | loon                | € 800,00            |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "vrijlatingsgrond" gelijk aan "onderdeel_z_of_aa"
      En beslist de regel "dienstbetrekking_met_loonkostensubsidie"
      En is de status "geen_regel"

  Regel: Artikel 19: recht alleen als het inkomen lager is dan de norm

    Achtergrond:
      Gegeven de overeenkomst "delft/scope"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven             | waarde              |
        | uitkering           | pw                  |
        | leefvorm            | alleenstaande       |
        | kostendelers        | 1                   |
        | geboortedatum       | 1984-03-02          |
        | stand               | lid                 |
        | omzet               | € 0,00              |
        | opname              | € 0,00              |
        | ander_inkomen       | € 0,00              |
        | medisch_urenbeperkt | nee                 |
        | loonkostensubsidie  | nee                 |
        | eerste_maand_r      | niet van toepassing |
      En de oordelen
        | oordeel                            | waarde | door         | reden               |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | stap naar meer werk |

    Abstract Scenario: Een cent onder, gelijk aan en een cent boven de norm
      Gegeven de gegevens
        | gegeven            | waarde |
        | loon               | <loon> |
        | maanden_n_gebruikt | 6      |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"
      En is "recht" gelijk aan "<recht>"
      En is "vakantietoeslag_in_bijstand" gelijk aan "<vakantietoeslag>"

      Voorbeelden:
        | loon       | recht      | bijstand | vakantietoeslag |
        | € 1.409,04 | wel_recht  | € 10,42  | € 0,50          |
        | € 1.419,45 | wel_recht  | € 0,01   | € 0,00          |
        | € 1.419,46 | geen_recht | € 0,00   | € 0,00          |
        | € 1.419,47 | geen_recht | € 0,00   | € 0,00          |

    Scenario: Ook met vrijlating te veel inkomen (W5)
      Gegeven de gegevens
        | gegeven            | waarde     |
        | loon               | € 1.750,00 |
        | maanden_n_gebruikt | 0          |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "€ 0,00"
      En is "recht" gelijk aan "geen_recht"
      En is "in_aanmerking" gelijk aan "€ 1.465,00"
      En beslist de regel "inkomen_te_hoog"
      En berust dat op "Participatiewet artikel 19 lid 1 onderdeel a"

    Abstract Scenario: Of de vrijlating het recht kan geven is een open lezing (W5)
      Gegeven de gegevens
        | gegeven            | waarde |
        | loon               | <loon> |
        | maanden_n_gebruikt | 0      |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "vrijlating_telt_voor_recht"

      Voorbeelden:
        | loon       |
        | € 1.419,46 |
        | € 1.600,00 |
        | € 1.704,45 |

    Abstract Scenario: Buiten die open lezing is er wel een uitkomst
      Gegeven de gegevens
        | gegeven            | waarde |
        | loon               | <loon> |
        | maanden_n_gebruikt | 0      |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"

      Voorbeelden:
        | loon       | bijstand |
        | € 1.419,45 | € 285,01 |
        | € 1.704,46 | € 0,00   |

  Regel: Artikelen 21, 22a en 24: de norm

    Achtergrond:
      Gegeven de overeenkomst "delft/scope"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven   | waarde |
        | uitkering | pw     |
        | stand     | lid    |
      En de oordelen
        | oordeel                            | waarde | door         | reden               | voor           |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | stap naar meer werk | belanghebbende |

    Abstract Scenario: Alleenstaande met medebewoners
      Gegeven de gegevens
        | gegeven             | waarde         |
        | leefvorm            | <leefvorm>     |
        | kostendelers        | <kostendelers> |
        | geboortedatum       | 1984-03-02     |
        | loon                | € 0,00         |
        | omzet               | € 0,00         |
        | opname              | € 0,00         |
        | ander_inkomen       | € 0,00         |
        | medisch_urenbeperkt | nee            |
        | loonkostensubsidie  | nee            |
        | maanden_n_gebruikt  | 0              |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "norm" gelijk aan "<norm>"
      En is de uitkomst "<norm>"

      Voorbeelden:
        | leefvorm            | kostendelers | norm       |
        | alleenstaande       | 1            | € 1.419,46 |
        | alleenstaande       | 2            | € 1.013,90 |
        | alleenstaande       | 3            | € 878,71   |
        | alleenstaande       | 4            | € 811,12   |
        | alleenstaande_ouder | 1            | € 1.419,46 |
        | alleenstaande_ouder | 2            | € 1.013,90 |

    Abstract Scenario: Gehuwden met en zonder medebewoners
      Gegeven de gegevens
        | gegeven             | belanghebbende | partner    |
        | geboortedatum       | 1984-03-02     | 1985-07-19 |
        | loon                | € 0,00         | € 0,00     |
        | omzet               | € 0,00         | € 0,00     |
        | opname              | € 0,00         | € 0,00     |
        | ander_inkomen       | € 0,00         | € 0,00     |
        | medisch_urenbeperkt | nee            | nee        |
        | loonkostensubsidie  | nee            | nee        |
        | maanden_n_gebruikt  | 0              | 0          |
      En de gegevens
        | gegeven             | waarde         |
        | leefvorm            | gehuwden       |
        | kostendelers        | <kostendelers> |
        | partner_heeft_recht | <recht>        |
        | wijze_van_betaling  | <betaling>     |
      En de oordelen
        | oordeel                            | waarde | door         | reden     | voor    |
        | draagt_bij_aan_arbeidsinschakeling | nee    | klantmanager | geen werk | partner |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "norm" gelijk aan "<norm>"
      En is de uitkomst "<norm>"
      En is "betaling" van de belanghebbende gelijk aan "<eerste deel>"
      En is "betaling" van de partner gelijk aan "<tweede deel>"

      Voorbeelden:
        | kostendelers | recht | betaling                  | norm       | eerste deel | tweede deel |
        | 2            | ja    | ieder_de_helft            | € 2.027,79 | € 1.013,90  | € 1.013,89  |
        | 3            | ja    | ieder_de_helft            | € 1.757,42 | € 878,71    | € 878,71    |
        | 4            | ja    | ieder_de_helft            | € 1.622,24 | € 811,12    | € 811,12    |
        | 2            | ja    | geheel_aan_belanghebbende | € 2.027,79 | € 2.027,79  | € 0,00      |
        | 2            | ja    | geheel_aan_partner        | € 2.027,79 | € 0,00      | € 2.027,79  |
        | 2            | nee   |                           | € 1.013,90 | € 1.013,90  | € 0,00      |
        | 3            | nee   |                           | € 878,71   | € 878,71    | € 0,00      |

  Regel: Artikel 32: het inkomen van beide partners

    Achtergrond:
      Gegeven de overeenkomst "delft/scope"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven      | waarde   |
        | uitkering    | pw       |
        | leefvorm     | gehuwden |
        | kostendelers | 2        |
        | stand        | lid      |
      En de gegevens
        | gegeven             | belanghebbende | partner    |
        | geboortedatum       | 1984-03-02     | 1985-07-19 |
        | omzet               | € 800,00       | € 0,00     |
        | opdrachtkosten      | € 0,00         |            |
        | ander_inkomen       | € 0,00         | € 0,00     |
        | medisch_urenbeperkt | nee            | nee        |
        | loonkostensubsidie  | nee            | nee        |
        | maanden_n_gebruikt  | 0              | 6          |
      En de oordelen
        | oordeel                            | waarde | door         | reden                | voor           |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | stap naar meer werk  | belanghebbende |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | meer uren in de zorg | partner        |

    Scenario: Ieder een eigen teller en een eigen vrijlating, de oneven cent voor de belanghebbende
      Gegeven de gegevens
        | gegeven             | waarde         |
        | partner_heeft_recht | ja             |
        | wijze_van_betaling  | ieder_de_helft |
      En de gegevens
        | gegeven | belanghebbende | partner  |
        | opname  | € 200,00       |          |
        | loon    | € 0,00         | € 300,00 |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "€ 1.577,79"
      En is "vrijlating" van de belanghebbende gelijk aan "€ 50,00"
      En is "vrijlating" van de partner gelijk aan "€ 0,00"
      En is "inkomen_persoon" van de belanghebbende gelijk aan "€ 150,00"
      En is "inkomen_persoon" van de partner gelijk aan "€ 300,00"
      En is "betaling" van de belanghebbende gelijk aan "€ 788,90"
      En is "betaling" van de partner gelijk aan "€ 788,89"

    Abstract Scenario: Van een partner zonder recht telt alleen mee wat samen boven de norm voor gehuwden komt
      Gegeven de gegevens
        | gegeven             | waarde |
        | partner_heeft_recht | nee    |
      En de gegevens
        | gegeven | belanghebbende | partner        |
        | opname  | € 0,00         |                |
        | loon    | € 0,00         | <loon partner> |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"
      En is "norm" gelijk aan "€ 1.013,90"
      En is "vrijlatingsgrond" van de partner gelijk aan "geen_vrijlating"
      En is "inkomen_persoon" van de partner gelijk aan "<telt mee>"
      En is "betaling" van de partner gelijk aan "€ 0,00"

      Voorbeelden:
        | loon partner | telt mee   | bijstand   |
        | € 0,00       | € 0,00     | € 1.013,90 |
        | € 1.013,89   | € 0,00     | € 1.013,90 |
        | € 1.013,90   | € 0,01     | € 1.013,89 |
        | € 1.200,00   | € 186,11   | € 827,79   |
        | € 2.027,78   | € 1.013,89 | € 0,01     |
        | € 2.027,79   | € 1.013,90 | € 0,00     |

  Regel: Wat op 31 december 2026 ophoudt geeft daarna geen uitkomst

    Abstract Scenario: De laatste maand en de eerste maand daarna
      Gegeven de overeenkomst "delft/scope"
      En de maand is <maand>
      En de besluitdatum is <besluitdatum>
      En de gegevens
        | gegeven             | waarde        |
        | uitkering           | pw            |
        | leefvorm            | alleenstaande |
        | kostendelers        | 1             |
        | geboortedatum       | 1984-03-02    |
        | stand               | lid           |
        | omzet               | € 0,00        |
        | opname              | € 0,00        |
        | ander_inkomen       | € 0,00        |
        | loon                | € 900,00      |
        | medisch_urenbeperkt | nee           |
        | loonkostensubsidie  | nee           |
        | maanden_n_gebruikt  | 0             |
      En de oordelen
        | oordeel                            | waarde | door         | reden               |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | stap naar meer werk |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de status "<status>"

      Voorbeelden:
        | maand   | besluitdatum | status             |
        | 2026-12 | 2027-01-10   | uitkomst_bekend    |
        | 2027-01 | 2027-02-10   | gegevens_ontbreken |

    Abstract Scenario: De norm en het maximum van de maand zelf
      Gegeven de overeenkomst "delft/scope"
      En de maand is <maand>
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven             | waarde        |
        | uitkering           | pw            |
        | leefvorm            | alleenstaande |
        | kostendelers        | 1             |
        | geboortedatum       | 1984-03-02    |
        | stand               | lid           |
        | omzet               | € 0,00        |
        | opname              | € 0,00        |
        | ander_inkomen       | € 0,00        |
        | loon                | € 1.190,00    |
        | medisch_urenbeperkt | nee           |
        | loonkostensubsidie  | nee           |
        | maanden_n_gebruikt  | 0             |
      En de oordelen
        | oordeel                            | waarde | door         | reden               |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | stap naar meer werk |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "norm" gelijk aan "<norm>"
      En is "vrijlating" gelijk aan "<vrijlating>"
      En is de uitkomst "<bijstand>"

      Voorbeelden:
        | maand   | norm       | vrijlating | bijstand |
        | 2023-01 | € 1.195,66 | € 246,00   | € 251,66 |
        | 2023-06 | € 1.195,66 | € 246,00   | € 251,66 |
        | 2023-07 | € 1.216,62 | € 249,00   | € 275,62 |
        | 2023-12 | € 1.216,62 | € 249,00   | € 275,62 |
        | 2024-01 | € 1.283,83 | € 264,00   | € 357,83 |
        | 2024-06 | € 1.283,83 | € 264,00   | € 357,83 |
        | 2024-07 | € 1.308,45 | € 269,00   | € 387,45 |
        | 2024-12 | € 1.308,45 | € 269,00   | € 387,45 |
        | 2025-01 | € 1.345,45 | € 273,00   | € 428,45 |
        | 2025-06 | € 1.345,45 | € 273,00   | € 428,45 |
        | 2025-07 | € 1.369,06 | € 278,00   | € 457,06 |
        | 2025-12 | € 1.369,06 | € 278,00   | € 457,06 |
        | 2026-01 | € 1.401,50 | € 285,00   | € 496,50 |
        | 2026-06 | € 1.401,50 | € 285,00   | € 496,50 |
        | 2026-07 | € 1.419,46 | € 285,00   | € 514,46 |

    Abstract Scenario: De norm voor gehuwden van de maand zelf
      Gegeven de overeenkomst "delft/scope"
      En de maand is <maand>
      En de besluitdatum is 2027-01-10
      En de gegevens
        | gegeven             | waarde         |
        | uitkering           | pw             |
        | leefvorm            | gehuwden       |
        | kostendelers        | 2              |
        | partner_heeft_recht | ja             |
        | wijze_van_betaling  | ieder_de_helft |
        | stand               | lid            |
      En de gegevens
        | gegeven             | belanghebbende | partner    |
        | geboortedatum       | 1984-03-02     | 1985-07-19 |
        | omzet               | € 0,00         | € 0,00     |
        | opname              | € 0,00         |            |
        | loon                | € 0,00         | € 0,00     |
        | ander_inkomen       | € 0,00         | € 0,00     |
        | medisch_urenbeperkt | nee            | nee        |
        | loonkostensubsidie  | nee            | nee        |
        | maanden_n_gebruikt  | 0              | 0          |
      En de oordelen
        | oordeel                            | waarde | door         | reden     | voor           |
        | draagt_bij_aan_arbeidsinschakeling | nee    | klantmanager | geen werk | belanghebbende |
        | draagt_bij_aan_arbeidsinschakeling | nee    | klantmanager | geen werk | partner        |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "norm" gelijk aan "<norm>"
      En is de uitkomst "<norm>"
      En is aan alle eisen voldaan

      Voorbeelden:
        | maand   | norm       |
        | 2023-01 | € 1.708,08 |
        | 2023-06 | € 1.708,08 |
        | 2023-07 | € 1.738,02 |
        | 2023-12 | € 1.738,02 |
        | 2024-01 | € 1.834,04 |
        | 2024-06 | € 1.834,04 |
        | 2024-07 | € 1.869,21 |
        | 2024-12 | € 1.869,21 |
        | 2025-01 | € 1.922,07 |
        | 2025-06 | € 1.922,07 |
        | 2025-07 | € 1.955,80 |
        | 2025-12 | € 1.955,80 |
        | 2026-01 | € 2.002,13 |
        | 2026-06 | € 2.002,13 |
        | 2026-07 | € 2.027,79 |
        | 2026-12 | € 2.027,79 |

    Abstract Scenario: Het maximum van de premie in de maand zelf
      Gegeven de overeenkomst "delft/scope"
      En de maand is <maand>
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven            | waarde        |
        | uitkering          | pw            |
        | leefvorm           | alleenstaande |
        | geboortedatum      | 1984-03-02    |
        | premiebedrag       | € 4.000,00    |
        | premies_dit_jaar   | 0             |
        | premiesom_dit_jaar | € 0,00        |
      En de oordelen
        | oordeel           | waarde | door         | reden                |
        | premie_draagt_bij | ja     | klantmanager | afgerond leertraject |
      Als het besluit "premie" wordt voorgesteld
      Dan is de uitkomst "<vrij>"

      Voorbeelden:
        | maand   | vrij       |
        | 2023-01 | € 2.934,00 |
        | 2023-06 | € 2.934,00 |
        | 2023-07 | € 2.979,00 |
        | 2023-12 | € 2.979,00 |
        | 2024-01 | € 3.151,00 |
        | 2024-06 | € 3.151,00 |
        | 2024-07 | € 3.209,00 |
        | 2024-12 | € 3.209,00 |
        | 2025-01 | € 3.263,00 |
        | 2025-06 | € 3.263,00 |
        | 2025-07 | € 3.326,00 |
        | 2025-12 | € 3.326,00 |
        | 2026-01 | € 3.398,00 |
        | 2026-06 | € 3.398,00 |
        | 2026-07 | € 3.398,00 |

    Abstract Scenario: Het maximum van onderdeel r en van onderdeel y in de maand zelf
      Gegeven de overeenkomst "delft/scope"
      En de maand is <maand>
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven              | waarde              |
        | uitkering            | pw                  |
        | leefvorm             | alleenstaande_ouder |
        | jongste_kind_geboren | 2020-05-05          |
        | kostendelers         | 1                   |
        | geboortedatum        | 1984-03-02          |
        | stand                | lid                 |
        | omzet                | € 0,00              |
        | opname               | € 0,00              |
        | ander_inkomen        | € 0,00              |
        | loon                 | € 1.500,00          |
        | medisch_urenbeperkt  | <urenbeperkt>       |
        | loonkostensubsidie   | nee                 |
        | maanden_n_gebruikt   | 6                   |
        | eerste_maand_r       | niet van toepassing |
      En de oordelen
        | oordeel                            | waarde | door         | reden               |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | stap naar meer werk |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "vrijlating" gelijk aan "<vrijlating>"

      Voorbeelden:
        | maand   | urenbeperkt | vrijlating |
        | 2023-01 | nee         | € 153,38   |
        | 2023-01 | ja          | € 155,56   |
        | 2023-06 | nee         | € 153,38   |
        | 2023-06 | ja          | € 155,56   |
        | 2023-07 | nee         | € 155,74   |
        | 2023-07 | ja          | € 157,96   |
        | 2023-12 | nee         | € 155,74   |
        | 2023-12 | ja          | € 157,96   |
        | 2024-01 | nee         | € 164,73   |
        | 2024-01 | ja          | € 167,07   |
        | 2024-06 | nee         | € 164,73   |
        | 2024-06 | ja          | € 167,07   |
        | 2024-07 | nee         | € 167,79   |
        | 2024-07 | ja          | € 170,18   |
        | 2024-12 | nee         | € 167,79   |
        | 2024-12 | ja          | € 170,18   |
        | 2025-01 | nee         | € 170,61   |
        | 2025-01 | ja          | € 173,04   |
        | 2025-06 | nee         | € 170,61   |
        | 2025-06 | ja          | € 173,04   |
        | 2025-07 | nee         | € 173,87   |
        | 2025-07 | ja          | € 176,35   |
        | 2025-12 | nee         | € 173,87   |
        | 2025-12 | ja          | € 176,35   |
        | 2026-01 | nee         | € 177,66   |
        | 2026-01 | ja          | € 180,19   |
        | 2026-06 | nee         | € 177,66   |
        | 2026-06 | ja          | € 180,19   |
        | 2026-07 | nee         | € 177,66   |
        | 2026-07 | ja          | € 180,19   |

    Abstract Scenario: Het percentage vakantietoeslag is nagegaan tot en met 2026
      Gegeven de overeenkomst "delft/scope"
      En de maand is <maand>
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven             | waarde        |
        | uitkering           | pw            |
        | leefvorm            | alleenstaande |
        | kostendelers        | 1             |
        | geboortedatum       | 1984-03-02    |
        | stand               | lid           |
        | omzet               | € 0,00        |
        | opname              | € 0,00        |
        | ander_inkomen       | € 0,00        |
        | loon                | € 0,00        |
        | medisch_urenbeperkt | nee           |
        | loonkostensubsidie  | nee           |
        | maanden_n_gebruikt  | 0             |
      En de oordelen
        | oordeel                            | waarde | door         | reden     |
        | draagt_bij_aan_arbeidsinschakeling | nee    | klantmanager | geen werk |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"
      En is "vakantietoeslag_in_bijstand" gelijk aan "<vakantietoeslag>"

      Voorbeelden:
        | maand   | bijstand   | vakantietoeslag |
        | 2023-01 | € 1.195,66 | € 57,39         |
        | 2024-06 | € 1.283,83 | € 61,62         |
        | 2024-07 | € 1.308,45 | € 62,81         |
        | 2026-12 | € 1.419,46 | € 68,13         |

    Abstract Scenario: Het maximum van de premie
      Gegeven de overeenkomst "delft/scope"
      En de maand is <maand>
      En de besluitdatum is 2027-01-20
      En de gegevens
        | gegeven            | waarde        |
        | uitkering          | pw            |
        | leefvorm           | alleenstaande |
        | geboortedatum      | 1984-03-02    |
        | premiebedrag       | € 500,00      |
        | premies_dit_jaar   | 0             |
        | premiesom_dit_jaar | € 0,00        |
      En de oordelen
        | oordeel           | waarde | door         | reden                |
        | premie_draagt_bij | ja     | klantmanager | afgerond leertraject |
      Als het besluit "premie" wordt voorgesteld
      Dan is de status "<status>"

      Voorbeelden:
        | maand   | status          |
        | 2026-12 | uitkomst_bekend |
        | 2027-01 | geen_regel      |

    Abstract Scenario: Ook de uitzonderingen op de plichten van artikel 9
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is <besluitdatum>
      En de besluitdatum is <besluitdatum>
      En de gegevens
        | gegeven              | waarde        |
        | uitkering            | pw            |
        | leefvorm             | alleenstaande |
        | ontheffing_gevraagd  | alleen_a      |
        | einddatum_ontheffing | 2027-04-30    |
        | arbeidsongeschikt    | ja            |
      En de oordelen
        | oordeel           | waarde | door         | reden                |
        | dringende_redenen | nee    | klantmanager | de plicht geldt niet |
      Als het besluit "ontheffing" wordt voorgesteld
      Dan is de status "<status>"

      Voorbeelden:
        | besluitdatum | status          |
        | 2026-12-31   | uitkomst_bekend |
        | 2027-01-01   | geen_regel      |

    Abstract Scenario: De tekst van artikel 9 lid 2
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is <besluitdatum>
      En de besluitdatum is <besluitdatum>
      En de gegevens
        | gegeven              | waarde        |
        | uitkering            | pw            |
        | leefvorm             | alleenstaande |
        | ontheffing_gevraagd  | alleen_a      |
        | einddatum_ontheffing | 2027-04-30    |
        | arbeidsongeschikt    | nee           |
      En de oordelen
        | oordeel           | waarde | door         | reden                     |
        | dringende_redenen | ja     | klantmanager | zorg voor een zieke ouder |
      Als het besluit "ontheffing" wordt voorgesteld
      Dan is de status "<status>"

      Voorbeelden:
        | besluitdatum | status        |
        | 2026-12-31   | oordeel_nodig |
        | 2027-01-01   | geen_regel    |

  Regel: Artikel 9 lid 2: ontheffing per persoon, tijdelijk, om dringende redenen en alleen van a en c

    Achtergrond:
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven   | waarde |
        | uitkering | pw     |

    Scenario: Ontheffing van alle plichten gevraagd, de partner vraagt niets (W12)
      Gegeven de gegevens
        | gegeven             | waarde   |
        | leefvorm            | gehuwden |
        | partner_heeft_recht | ja       |
      En de gegevens
        | gegeven              | belanghebbende | partner        |
        | ontheffing_gevraagd  | alle_plichten  | niets_gevraagd |
        | einddatum_ontheffing | 2027-04-30     |                |
        | arbeidsongeschikt    | nee            | nee            |
      En de oordelen
        | oordeel           | waarde | door         | reden                                     | voor           |
        | dringende_redenen | ja     | klantmanager | opbouw van de onderneming na een burn-out | belanghebbende |
      Als het besluit "ontheffing" wordt voorgesteld
      Dan is de uitkomst van de belanghebbende "verleend"
      En is de uitkomst van de partner "niet_gevraagd"
      En is de status "oordeel_nodig"
      En is "ontheffing_c" van de belanghebbende gelijk aan "verleend"
      En is "ontheffing_b" van de belanghebbende gelijk aan "niet_mogelijk"
      En is "ontheffing_vanaf" van de belanghebbende gelijk aan "2026-10-20"
      En is "ontheffing_tot_en_met" van de belanghebbende gelijk aan "2027-04-30"
      En is "ontheffing_b" van de partner gelijk aan "niet_gevraagd"
      En is "ontheffing_tot_en_met" van de partner gelijk aan "niet van toepassing"
      En berust dat op "Participatiewet artikel 9 lid 2"
      En bevat de brief "De wet geeft ons die mogelijkheid niet"
      En bevat de brief "Niemand heeft voor uw partner een ontheffing van het zoeken naar werk gevraagd"

    Scenario: Twee partners, de een krijgt ontheffing en de ander niet
      Gegeven de gegevens
        | gegeven             | waarde   |
        | leefvorm            | gehuwden |
        | partner_heeft_recht | ja       |
      En de gegevens
        | gegeven              | belanghebbende | partner    |
        | ontheffing_gevraagd  | alleen_a       | alleen_a   |
        | einddatum_ontheffing | 2026-12-31     | 2026-12-31 |
        | arbeidsongeschikt    | nee            | nee        |
      En de oordelen
        | oordeel           | waarde | door         | reden                     | voor           |
        | dringende_redenen | ja     | klantmanager | zorg voor een zieke ouder | belanghebbende |
        | dringende_redenen | nee    | klantmanager | geen bijzondere situatie  | partner        |
      Als het besluit "ontheffing" wordt voorgesteld
      Dan is de uitkomst van de belanghebbende "verleend"
      En is de uitkomst van de partner "geweigerd"
      En is "ontheffing_tot_en_met" van de partner gelijk aan "niet van toepassing"

    Scenario: Een partner zonder recht op bijstand heeft geen plichten om van te ontheffen
      Gegeven de gegevens
        | gegeven             | waarde   |
        | leefvorm            | gehuwden |
        | partner_heeft_recht | nee      |
      En de gegevens
        | gegeven              | belanghebbende | partner    |
        | ontheffing_gevraagd  | alleen_a       | alleen_a   |
        | einddatum_ontheffing | 2026-12-31     | 2026-12-31 |
        | arbeidsongeschikt    | nee            | nee        |
      En de oordelen
        | oordeel           | waarde | door         | reden                    | voor           |
        | dringende_redenen | nee    | klantmanager | geen bijzondere situatie | belanghebbende |
      Als het besluit "ontheffing" wordt voorgesteld
      Dan is de uitkomst van de belanghebbende "geweigerd"
      En is de uitkomst van de partner "niet van toepassing"

    Scenario: Wie volledig arbeidsongeschikt is hoeft ook geen voorziening te gebruiken
      Gegeven de gegevens
        | gegeven              | waarde        |
        | leefvorm             | alleenstaande |
        | ontheffing_gevraagd  | alle_plichten |
        | einddatum_ontheffing | 2026-12-31    |
        | arbeidsongeschikt    | ja            |
      En de oordelen
        | oordeel           | waarde | door         | reden                |
        | dringende_redenen | nee    | klantmanager | de plicht geldt niet |
      Als het besluit "ontheffing" wordt voorgesteld
      Dan is "ontheffing_b" gelijk aan "niet_nodig"
      En berust dat op "Participatiewet artikel 9 lid 5"
      En bevat de brief niet "Van die plicht bestaat geen ontheffing"

    Abstract Scenario: Wat er is gevraagd en of er dringende redenen zijn
      Gegeven de gegevens
        | gegeven              | waarde              |
        | leefvorm             | alleenstaande       |
        | ontheffing_gevraagd  | <gevraagd>          |
        | einddatum_ontheffing | 2027-04-30          |
        | arbeidsongeschikt    | <arbeidsongeschikt> |
      En de oordelen
        | oordeel           | waarde     | door         | reden                    |
        | dringende_redenen | <dringend> | klantmanager | gesprek over de situatie |
      Als het besluit "ontheffing" wordt voorgesteld
      Dan is de uitkomst "<a>"
      En is "ontheffing_c" gelijk aan "<c>"
      En is "ontheffing_b" gelijk aan "<b>"

      Voorbeelden:
        | gevraagd       | dringend | arbeidsongeschikt | a             | c             | b             |
        | niets_gevraagd | ja       | nee               | niet_gevraagd | niet_gevraagd | niet_gevraagd |
        | alleen_a       | ja       | nee               | verleend      | niet_gevraagd | niet_gevraagd |
        | alleen_c       | ja       | nee               | niet_gevraagd | verleend      | niet_gevraagd |
        | a_en_c         | ja       | nee               | verleend      | verleend      | niet_gevraagd |
        | alle_plichten  | ja       | nee               | verleend      | verleend      | niet_mogelijk |
        | a_en_c         | nee      | nee               | geweigerd     | geweigerd     | niet_gevraagd |
        | alle_plichten  | nee      | nee               | geweigerd     | geweigerd     | niet_mogelijk |
        | a_en_c         | ja       | ja                | niet_nodig    | niet_nodig    | niet_gevraagd |
        | alle_plichten  | ja       | ja                | niet_nodig    | niet_nodig    | niet_nodig    |

    Abstract Scenario: De einddatum rond de dag van het besluit
      Gegeven de gegevens
        | gegeven              | waarde        |
        | leefvorm             | alleenstaande |
        | ontheffing_gevraagd  | a_en_c        |
        | einddatum_ontheffing | <einddatum>   |
        | arbeidsongeschikt    | nee           |
      En de oordelen
        | oordeel           | waarde | door         | reden                    |
        | dringende_redenen | ja     | klantmanager | gesprek over de situatie |
      Als het besluit "ontheffing" wordt voorgesteld
      Dan is de uitkomst "<a>"
      En is "ontheffing_c" gelijk aan "<a>"
      En is "ontheffing_tot_en_met" gelijk aan "<tot en met>"

      Voorbeelden:
        | einddatum  | a         | tot en met          |
        | 2026-10-19 | geweigerd | niet van toepassing |
        | 2026-10-20 | verleend  | 2026-10-20          |
        | 2026-10-21 | verleend  | 2026-10-21          |

    Scenario: Zonder einddatum geen ontheffing
      Gegeven de gegevens
        | gegeven              | waarde        |
        | leefvorm             | alleenstaande |
        | ontheffing_gevraagd  | alleen_a      |
        | einddatum_ontheffing |               |
        | arbeidsongeschikt    | nee           |
      En de oordelen
        | oordeel           | waarde | door         | reden                    |
        | dringende_redenen | ja     | klantmanager | gesprek over de situatie |
      Als het besluit "ontheffing" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "einddatum_ontheffing"

    Scenario: Een alleenstaande ouder die al ontheven is om een jong kind
      Gegeven de gegevens
        | gegeven              | waarde              |
        | leefvorm             | alleenstaande_ouder |
        | ontheffing_jong_kind | ja                  |
        | ontheffing_gevraagd  | a_en_c              |
        | einddatum_ontheffing | 2027-04-30          |
        | arbeidsongeschikt    | nee                 |
      En de oordelen
        | oordeel           | waarde | door         | reden                    |
        | dringende_redenen | ja     | klantmanager | gesprek over de situatie |
      Als het besluit "ontheffing" wordt voorgesteld
      Dan is de uitkomst "niet_nodig"
      En is "ontheffing_c" gelijk aan "niet_nodig"

    Abstract Scenario: Verlengen vraagt een ontheffing die loopt, een latere dag en een nieuw oordeel
      Gegeven de gegevens
        | gegeven                                  | waarde              |
        | leefvorm                                 | alleenstaande       |
        | ontheffing_liep_tot_en_met               | <liep>              |
        | verlenging_liep_tot_en_met               | <verlenging>        |
        | ontheffing_eerder_ingetrokken_tot_en_met | niet van toepassing |
        | nieuwe_einddatum_ontheffing              | <nieuw>             |
      En de oordelen
        | oordeel                   | waarde   | door         | reden           |
        | dringende_redenen_blijven | <blijft> | klantmanager | nieuw onderzoek |
      Als het besluit "verlenging_ontheffing" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "verlengde_ontheffing_tot_en_met" gelijk aan "<tot en met>"

      Voorbeelden:
        | liep                | verlenging          | nieuw      | blijft | uitkomst                | tot en met          |
        | niet van toepassing | niet van toepassing | 2027-04-30 | ja     | geen_lopende_ontheffing | niet van toepassing |
        | 2026-10-19          | niet van toepassing | 2027-04-30 | ja     | geen_lopende_ontheffing | niet van toepassing |
        | 2026-10-20          | niet van toepassing | 2027-04-30 | ja     | verlengd                | 2027-04-30          |
        | 2026-04-30          | 2026-10-31          | 2027-04-30 | ja     | verlengd                | 2027-04-30          |
        | 2026-10-31          | niet van toepassing | 2026-10-31 | ja     | niet_verlengd           | niet van toepassing |
        | 2026-10-31          | niet van toepassing | 2026-11-01 | ja     | verlengd                | 2026-11-01          |
        | 2026-10-31          | niet van toepassing | 2027-04-30 | nee    | niet_verlengd           | niet van toepassing |

    Abstract Scenario: Een ontheffing die is ingetrokken is niet te verlengen, een latere ontheffing wel
      Gegeven de gegevens
        | gegeven                                  | waarde              |
        | leefvorm                                 | alleenstaande       |
        | ontheffing_liep_vanaf                    | <vanaf>             |
        | ontheffing_liep_tot_en_met               | 2026-12-15          |
        | verlenging_liep_tot_en_met               | niet van toepassing |
        | ontheffing_eerder_ingetrokken_tot_en_met | <ingetrokken>       |
        | nieuwe_einddatum_ontheffing              | 2026-12-31          |
      En de oordelen
        | oordeel                   | waarde | door         | reden           |
        | dringende_redenen_blijven | ja     | klantmanager | nieuw onderzoek |
      Als het besluit "verlenging_ontheffing" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "lopende_ontheffing_tot_en_met" gelijk aan "<loopt>"

      Voorbeelden:
        | vanaf      | ingetrokken         | uitkomst                | loopt      |
        | 2026-09-01 | 2026-10-01          | geen_lopende_ontheffing | 2026-10-01 |
        | 2026-10-01 | 2026-10-01          | geen_lopende_ontheffing | 2026-10-01 |
        | 2026-10-02 | 2026-10-01          | verlengd                | 2026-12-15 |
        | 2026-10-02 | niet van toepassing | verlengd                | 2026-12-15 |

  Regel: Artikel 9 lid 2: intrekken van een ontheffing voor haar einddatum, na horen en niet met terugwerkende kracht

    Achtergrond:
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven   | waarde |
        | uitkering | pw     |

    Abstract Scenario: Elke reden, en eerst horen
      Gegeven de gegevens
        | gegeven                                  | waarde              |
        | leefvorm                                 | alleenstaande       |
        | ontheffing_liep_vanaf                    | 2026-09-01          |
        | ontheffing_liep_tot_en_met               | 2026-12-31          |
        | verlenging_liep_tot_en_met               | niet van toepassing |
        | ontheffing_eerder_ingetrokken_tot_en_met | niet van toepassing |
        | gehoord_over_intrekking_ontheffing       | <gehoord>           |
      En de oordelen
        | oordeel                         | waarde    | door         | reden                    |
        | dringende_redenen_blijven       | <blijven> | klantmanager | de zorg voor een ouder   |
        | ontheffing_op_onjuiste_gegevens | <onjuist> | klantmanager | onderzoek in het dossier |
      Als het besluit "intrekking_ontheffing" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En beslist de regel "<regel>"
      En is "lopende_ontheffing_tot_en_met" gelijk aan "2026-12-31"
      En is "ingetrokken_ontheffing_tot_en_met" gelijk aan "<tot en met>"
      En is "plichten_na_intrekking_vanaf" gelijk aan "<plichten>"
      En is het rechtskarakter "<rechtskarakter>"
      En is de status "<status>"
      En bevat de brief "<zin>"

      Voorbeelden:
        | blijven | onjuist | gehoord | uitkomst    | regel                    | tot en met          | plichten            | rechtskarakter | status          | zin                                                              |
        | ja      | nee     |         | blijft      | geen_reden_tot_intrekken | niet van toepassing | niet van toepassing | mededeling     | uitkomst_bekend | dat u nog steeds dringende redenen hebt                          |
        | nee     | nee     | ja      | ingetrokken | redenen_weg              | 2026-10-20          | 2026-10-21          | beschikking    | oordeel_nodig   | dat u geen dringende redenen meer hebt                           |
        | ja      | ja      | ja      | ingetrokken | op_onjuiste_gegevens     | 2026-10-20          | 2026-10-21          | beschikking    | oordeel_nodig   | op onjuiste of onvolledige gegevens van u rust                   |
        | nee     | ja      | ja      | ingetrokken | redenen_weg              | 2026-10-20          | 2026-10-21          | beschikking    | oordeel_nodig   | dat u geen dringende redenen meer hebt                           |
        | nee     | nee     | nee     | eerst_horen | nog_niet_gehoord         | niet van toepassing | niet van toepassing | mededeling     | uitkomst_bekend | Misschien hebt u geen dringende redenen meer                     |
        | ja      | ja      | nee     | eerst_horen | nog_niet_gehoord         | niet van toepassing | niet van toepassing | mededeling     | uitkomst_bekend | Misschien rust de ontheffing op onjuiste of onvolledige gegevens |
        | nee     | ja      | nee     | eerst_horen | nog_niet_gehoord         | niet van toepassing | niet van toepassing | mededeling     | uitkomst_bekend | Wij hebben nog niets besloten                                    |

    Abstract Scenario: Alleen een ontheffing die na de dag van het besluit nog loopt is in te trekken
      Gegeven de gegevens
        | gegeven                                  | waarde        |
        | leefvorm                                 | alleenstaande |
        | ontheffing_liep_vanaf                    | <vanaf>       |
        | ontheffing_liep_tot_en_met               | <liep>        |
        | verlenging_liep_tot_en_met               | <verlenging>  |
        | ontheffing_eerder_ingetrokken_tot_en_met | <eerder>      |
        | gehoord_over_intrekking_ontheffing       | <gehoord>     |
      En de oordelen
        | oordeel                         | waarde    | door         | reden                    |
        | dringende_redenen_blijven       | <blijven> | klantmanager | nieuw onderzoek          |
        | ontheffing_op_onjuiste_gegevens | nee       | klantmanager | onderzoek in het dossier |
      Als het besluit "intrekking_ontheffing" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En beslist de regel "<regel>"
      En is het rechtskarakter "<rechtskarakter>"

      Voorbeelden:
        | vanaf               | liep                | verlenging          | eerder              | blijven | gehoord | uitkomst            | regel        | rechtskarakter |
        | 2026-09-01          | 2026-10-19          | niet van toepassing | niet van toepassing | nee     | ja      | niets_in_te_trekken | al_afgelopen | mededeling     |
        | 2026-09-01          | 2026-10-20          | niet van toepassing | niet van toepassing | nee     | ja      | niets_in_te_trekken | al_afgelopen | mededeling     |
        | 2026-09-01          | 2026-10-21          | niet van toepassing | niet van toepassing | nee     | ja      | ingetrokken         | redenen_weg  | beschikking    |
        | 2026-09-01          | 2026-10-20          | niet van toepassing | niet van toepassing | ja      |         | niets_in_te_trekken | al_afgelopen | mededeling     |
        | 2026-09-01          | 2026-10-20          | niet van toepassing | niet van toepassing | nee     | nee     | niets_in_te_trekken | al_afgelopen | mededeling     |
        | 2026-09-01          | 2026-10-01          | 2026-10-21          | niet van toepassing | nee     | ja      | ingetrokken         | redenen_weg  | beschikking    |
        | 2026-09-01          | 2026-12-31          | niet van toepassing | 2026-10-01          | nee     | ja      | niets_in_te_trekken | al_afgelopen | mededeling     |
        | 2026-10-02          | 2026-12-31          | niet van toepassing | 2026-10-01          | nee     | ja      | ingetrokken         | redenen_weg  | beschikking    |
        | niet van toepassing | niet van toepassing | niet van toepassing | niet van toepassing | nee     | ja      | niets_in_te_trekken | al_afgelopen | mededeling     |

    Abstract Scenario: Na 31 december 2026 geeft deze tekst geen uitkomst
      Gegeven de besluitdatum is <besluitdatum>
      En de gegevens
        | gegeven                                  | waarde              |
        | leefvorm                                 | alleenstaande       |
        | ontheffing_liep_vanaf                    | 2026-09-01          |
        | ontheffing_liep_tot_en_met               | 2027-01-31          |
        | verlenging_liep_tot_en_met               | niet van toepassing |
        | ontheffing_eerder_ingetrokken_tot_en_met | niet van toepassing |
        | gehoord_over_intrekking_ontheffing       | ja                  |
      En de oordelen
        | oordeel                         | waarde    | door         | reden                    |
        | dringende_redenen_blijven       | <blijven> | klantmanager | nieuw onderzoek          |
        | ontheffing_op_onjuiste_gegevens | <onjuist> | klantmanager | onderzoek in het dossier |
      Als het besluit "intrekking_ontheffing" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"

      Voorbeelden:
        | besluitdatum | blijven | onjuist | uitkomst    |
        | 2026-12-31   | ja      | nee     | blijft      |
        | 2027-01-01   | ja      | nee     | onbekend    |
        | 2026-12-31   | nee     | nee     | ingetrokken |
        | 2027-01-01   | nee     | nee     | onbekend    |
        | 2026-12-31   | ja      | ja      | ingetrokken |
        | 2027-01-01   | ja      | ja      | onbekend    |

    Abstract Scenario: Wat ontbreekt wordt gevraagd
      Gegeven de gegevens
        | gegeven                                  | waarde              |
        | leefvorm                                 | alleenstaande       |
        | ontheffing_liep_vanaf                    | 2026-09-01          |
        | ontheffing_liep_tot_en_met               | <liep>              |
        | verlenging_liep_tot_en_met               | niet van toepassing |
        | ontheffing_eerder_ingetrokken_tot_en_met | niet van toepassing |
        | gehoord_over_intrekking_ontheffing       | <gehoord>           |
      En de oordelen
        | oordeel                         | waarde | door         | reden                    |
        | dringende_redenen_blijven       | nee    | klantmanager | nieuw onderzoek          |
        | ontheffing_op_onjuiste_gegevens | nee    | klantmanager | onderzoek in het dossier |
      Als het besluit "intrekking_ontheffing" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "<ontbreekt>"

      Voorbeelden:
        | liep       | gehoord | ontbreekt                          |
        |            | ja      | ontheffing_liep_tot_en_met         |
        | 2026-12-31 |         | gehoord_over_intrekking_ontheffing |

    Scenario: Zonder oordeel over de redenen is er geen uitkomst
      Gegeven de gegevens
        | gegeven                                  | waarde              |
        | leefvorm                                 | alleenstaande       |
        | ontheffing_liep_vanaf                    | 2026-09-01          |
        | ontheffing_liep_tot_en_met               | 2026-12-31          |
        | verlenging_liep_tot_en_met               | niet van toepassing |
        | ontheffing_eerder_ingetrokken_tot_en_met | niet van toepassing |
        | gehoord_over_intrekking_ontheffing       | ja                  |
      Als het besluit "intrekking_ontheffing" wordt voorgesteld
      Dan is de uitkomst "onbekend"
      En ontbreekt "dringende_redenen_blijven"

    Abstract Scenario: Twee partners, ieder met een eigen ontheffing
      Gegeven de gegevens
        | gegeven             | waarde   |
        | leefvorm            | gehuwden |
        | partner_heeft_recht | ja       |
      En de gegevens
        | gegeven                                  | belanghebbende      | partner             |
        | ontheffing_liep_vanaf                    | 2026-09-01          | 2026-09-01          |
        | ontheffing_liep_tot_en_met               | 2026-12-31          | <liep>              |
        | verlenging_liep_tot_en_met               | niet van toepassing | niet van toepassing |
        | ontheffing_eerder_ingetrokken_tot_en_met | niet van toepassing | niet van toepassing |
        | gehoord_over_intrekking_ontheffing       | ja                  | <gehoord>           |
      En de oordelen
        | oordeel                         | waarde    | door         | reden                    | voor           |
        | dringende_redenen_blijven       | <zelf>    | klantmanager | nieuw onderzoek          | belanghebbende |
        | dringende_redenen_blijven       | <partner> | klantmanager | nieuw onderzoek          | partner        |
        | ontheffing_op_onjuiste_gegevens | nee       | klantmanager | onderzoek in het dossier | belanghebbende |
        | ontheffing_op_onjuiste_gegevens | <onjuist> | klantmanager | onderzoek in het dossier | partner        |
      Als het besluit "intrekking_ontheffing" wordt voorgesteld
      Dan is de uitkomst van de belanghebbende "<uitkomst>"
      En is de uitkomst van de partner "<van de partner>"
      En is "plichten_na_intrekking_vanaf" van de belanghebbende gelijk aan "<plichten>"
      En is "plichten_na_intrekking_vanaf" van de partner gelijk aan "<plichten van de partner>"
      En bevat de brief "<zin>"

      Voorbeelden:
        | zelf | liep       | partner | onjuist | gehoord | uitkomst    | van de partner      | plichten            | plichten van de partner | zin                                                            |
        | nee  | 2026-12-31 | ja      | nee     |         | ingetrokken | blijft              | 2026-10-21          | niet van toepassing     | dat uw partner nog steeds dringende redenen heeft              |
        | ja   | 2026-12-31 | nee     | nee     | ja      | blijft      | ingetrokken         | niet van toepassing | 2026-10-21              | dat uw partner geen dringende redenen meer heeft               |
        | ja   | 2026-12-31 | ja      | ja      | ja      | blijft      | ingetrokken         | niet van toepassing | 2026-10-21              | gegevens van uw partner rust                                   |
        | ja   | 2026-12-31 | nee     | nee     | nee     | blijft      | eerst_horen         | niet van toepassing | niet van toepassing     | Misschien heeft uw partner geen dringende redenen meer         |
        | ja   | 2026-10-20 | ja      | nee     |         | blijft      | niets_in_te_trekken | niet van toepassing | niet van toepassing     | Na de dag van deze brief geldt voor uw partner geen ontheffing |

    Scenario: De ontheffing van een partner zonder recht op bijstand is er niet
      Gegeven de gegevens
        | gegeven             | waarde   |
        | leefvorm            | gehuwden |
        | partner_heeft_recht | nee      |
      En de gegevens
        | gegeven                                  | belanghebbende      | partner             |
        | ontheffing_liep_vanaf                    | 2026-09-01          | 2026-09-01          |
        | ontheffing_liep_tot_en_met               | 2026-12-31          | 2026-12-31          |
        | verlenging_liep_tot_en_met               | niet van toepassing | niet van toepassing |
        | ontheffing_eerder_ingetrokken_tot_en_met | niet van toepassing | niet van toepassing |
        | gehoord_over_intrekking_ontheffing       | ja                  | ja                  |
      En de oordelen
        | oordeel                         | waarde | door         | reden                    | voor           |
        | dringende_redenen_blijven       | nee    | klantmanager | nieuw onderzoek          | belanghebbende |
        | dringende_redenen_blijven       | nee    | klantmanager | nieuw onderzoek          | partner        |
        | ontheffing_op_onjuiste_gegevens | nee    | klantmanager | onderzoek in het dossier | belanghebbende |
      Als het besluit "intrekking_ontheffing" wordt voorgesteld
      Dan is de uitkomst van de belanghebbende "ingetrokken"
      En is de uitkomst van de partner "niet van toepassing"

    Abstract Scenario: Zonder bijstand is er geen ontheffing om in te trekken
      Gegeven de gegevens
        | gegeven   | waarde        |
        | uitkering | <uitkering>   |
        | leefvorm  | alleenstaande |
      Als het besluit "intrekking_ontheffing" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

      Voorbeelden:
        | uitkering      |
        | ioaw           |
        | geen_uitkering |

  Regel: Artikel 31 lid 2 onderdeel j: hoogstens twee premies en een maximum per kalenderjaar

    Achtergrond:
      Gegeven de overeenkomst "delft/scope"
      En de maand is 2026-10
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven   | waarde        |
        | uitkering | pw            |
        | leefvorm  | alleenstaande |

    Abstract Scenario: Tweede en derde premie, maximum en leeftijd
      Gegeven de gegevens
        | gegeven            | waarde    |
        | geboortedatum      | <geboren> |
        | loonkostensubsidie | <lks>     |
        | premiebedrag       | <premie>  |
        | premies_dit_jaar   | <aantal>  |
        | premiesom_dit_jaar | <som>     |
      En de oordelen
        | oordeel           | waarde       | door         | reden                |
        | premie_draagt_bij | <draagt bij> | klantmanager | afgerond leertraject |
      Als het besluit "premie" wordt voorgesteld
      Dan is de uitkomst "<vrij>"
      En is "premie_als_inkomen" gelijk aan "<inkomen>"

      Voorbeelden:
        | geboren    | lks | draagt bij | premie     | aantal | som        | vrij       | inkomen  |
        | 1984-03-02 | nee | ja         | € 500,00   | 0      | € 0,00     | € 500,00   | € 0,00   |
        | 1984-03-02 | nee | ja         | € 500,00   | 1      | € 500,00   | € 500,00   | € 0,00   |
        | 1984-03-02 | nee | ja         | € 500,00   | 2      | € 1.000,00 | € 0,00     | € 500,00 |
        | 1984-03-02 | nee | ja         | € 3.398,00 | 0      | € 0,00     | € 3.398,00 | € 0,00   |
        | 1984-03-02 | nee | ja         | € 3.398,01 | 0      | € 0,00     | € 3.398,00 | € 0,01   |
        | 1984-03-02 | nee | ja         | € 500,00   | 1      | € 2.898,01 | € 499,99   | € 0,01   |
        | 1984-03-02 | nee | nee        | € 500,00   | 0      | € 0,00     | € 0,00     | € 500,00 |
        | 1984-03-02 | nee | ja         | € 500,00   | 3      | € 1.500,00 | € 0,00     | € 500,00 |
        | 1984-03-02 | nee | ja         | € 500,00   | 1      | € 3.398,00 | € 0,00     | € 500,00 |
        | 1984-03-02 | nee | ja         | € 3.397,99 | 0      | € 0,00     | € 3.397,99 | € 0,00   |
        | 1999-10-31 | nee | ja         | € 500,00   | 0      | € 0,00     | € 500,00   | € 0,00   |
        | 1999-11-01 | nee | ja         | € 500,00   | 0      | € 0,00     | € 0,00     | € 500,00 |
        | 1999-11-01 | ja  | ja         | € 500,00   | 0      | € 0,00     | € 500,00   | € 0,00   |

  Regel: Artikelen 54 en 58: een eerdere maand opnieuw berekend

    Achtergrond:
      Gegeven de overeenkomst "delft/scope"
      En de gegevens
        | gegeven             | waarde              |
        | uitkering           | pw                  |
        | leefvorm            | alleenstaande       |
        | kostendelers        | 1                   |
        | geboortedatum       | 1984-03-02          |
        | stand               | lid                 |
        | omzet               | € 0,00              |
        | opname              | € 0,00              |
        | ander_inkomen       | € 0,00              |
        | loon                | € 400,00            |
        | medisch_urenbeperkt | nee                 |
        | loonkostensubsidie  | nee                 |
        | maanden_n_gebruikt  | 6                   |
        | eerste_maand_r      | niet van toepassing |
      En de oordelen
        | oordeel                            | waarde | door         | reden               |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | stap naar meer werk |

    Abstract Scenario: Verrekenen kan alleen met middelen en tot en met zes maanden terug
      Gegeven de maand is <maand>
      En de besluitdatum is <besluitdatum>
      En de gegevens
        | gegeven                | waarde     |
        | eerder_vastgesteld     | <eerder>   |
        | verschil_door_middelen | <middelen> |
      Als het besluit "herziening" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "verschil" gelijk aan "<verschil>"
      En is de status "<status>"
      En is het rechtskarakter "<rechtskarakter>"

      Voorbeelden:
        | maand   | besluitdatum | eerder     | middelen | verschil  | uitkomst                   | status          | rechtskarakter |
        | 2026-07 | 2026-10-20   | € 1.019,46 |          | € 0,00    | geen_correctie             | uitkomst_bekend | mededeling     |
        | 2026-07 | 2026-10-20   | € 1.019,45 |          | € 0,01    | nabetaling                 | uitkomst_bekend | beschikking    |
        | 2026-07 | 2026-10-20   | € 1.019,47 | ja       | € -0,01   | verrekening_volgende_maand | oordeel_nodig   | beschikking    |
        | 2026-07 | 2026-10-20   | € 1.019,47 | nee      | € -0,01   | terugvordering             | oordeel_nodig   | beschikking    |
        | 2026-04 | 2026-10-01   | € 1.101,50 | ja       | € -100,00 | verrekening_volgende_maand | oordeel_nodig   | beschikking    |
        | 2026-04 | 2026-10-31   | € 1.101,50 | ja       | € -100,00 | verrekening_volgende_maand | oordeel_nodig   | beschikking    |
        | 2026-04 | 2026-11-01   | € 1.101,50 | ja       | € -100,00 | terugvordering             | oordeel_nodig   | beschikking    |
        | 2026-03 | 2026-10-20   | € 1.101,50 | ja       | € -100,00 | terugvordering             | oordeel_nodig   | beschikking    |
        | 2026-03 | 2026-10-20   | € 1.101,50 |          | € -100,00 | terugvordering             | oordeel_nodig   | beschikking    |

    Scenario: De brief noemt het bedrag dat wordt verrekend
      Gegeven de maand is 2026-07
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven                | waarde     |
        | eerder_vastgesteld     | € 1.119,46 |
        | verschil_door_middelen | ja         |
      Als het besluit "herziening" wordt voorgesteld
      Dan is "te_verrekenen" gelijk aan "€ 100,00"
      En is "te_veel_vastgesteld" gelijk aan "niet van toepassing"
      En berust dat op "Participatiewet artikel 58 lid 4"
      En bevat de brief "Wij verrekenen € 100,00 met uw volgende bijstand"
      En bevat de brief "U kunt bezwaar maken"

    Scenario: Een herziening zegt wat er terug te vorderen is
      Gegeven de maand is 2026-03
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven            | waarde     |
        | eerder_vastgesteld | € 1.101,50 |
      Als het besluit "herziening" wordt voorgesteld
      Dan is de uitkomst "terugvordering"
      En is "te_veel_vastgesteld" gelijk aan "€ 100,00"
      En is "te_verrekenen" gelijk aan "niet van toepassing"
      En bevat de brief "Over terugbetalen krijgt u een apart besluit"

    Scenario: Of het verschil door middelen komt moet bekend zijn
      Gegeven de maand is 2026-07
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven            | waarde     |
        | eerder_vastgesteld | € 1.119,46 |
      Als het besluit "herziening" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "verschil_door_middelen"

    Scenario: Zonder eerder besluit over de maand valt er niets te herzien
      Gegeven de maand is 2026-07
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven            | waarde              |
        | eerder_vastgesteld | niet van toepassing |
      Als het besluit "herziening" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

    Abstract Scenario: Moeten, kunnen of afzien van terugvordering
      Gegeven de maand is 2026-03
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven                     | waarde     |
        | te_veel_volgens_herziening  | € 100,00   |
        | bijstand_volgens_herziening | € 1.001,50 |
        | vakantietoeslag_betaald     | <toeslag>  |
      En de oordelen
        | oordeel                          | waarde      | door         | reden                    |
        | inlichtingenplicht_geschonden    | <schending> | klantmanager | onderzoek in het dossier |
        | dringende_redenen_terugvordering | <dringend>  | klantmanager | onderzoek in het dossier |
      Als het besluit "terugvordering" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "terug_te_vorderen" gelijk aan "<bedrag>"
      En is "bijstand_voor_herziening" gelijk aan "€ 1.101,50"
      En is de status "<status>"

      Voorbeelden:
        | schending | dringend | toeslag | uitkomst | bedrag              | status          |
        | ja        | nee      | ja      | moet     | € 100,00            | uitkomst_bekend |
        | ja        | nee      | nee     | moet     | € 95,20             | uitkomst_bekend |
        | nee       | nee      | ja      | kan      | € 100,00            | oordeel_nodig   |
        | nee       | nee      | nee     | kan      | € 95,20             | oordeel_nodig   |
        | ja        | ja       | nee     | ziet_af  | niet van toepassing | oordeel_nodig   |
        | nee       | ja       | nee     | ziet_af  | niet van toepassing | oordeel_nodig   |

    Abstract Scenario: Vakantietoeslag die nog niet is betaald, wordt niet teruggevorderd
      Gegeven de maand is <maand>
      En de besluitdatum is 2027-02-10
      En de gegevens
        | gegeven                     | waarde     |
        | te_veel_volgens_herziening  | <te veel>  |
        | bijstand_volgens_herziening | € 1.001,50 |
        | vakantietoeslag_betaald     | nee        |
      En de oordelen
        | oordeel                          | waarde | door         | reden                    |
        | inlichtingenplicht_geschonden    | ja     | klantmanager | onderzoek in het dossier |
        | dringende_redenen_terugvordering | nee    | klantmanager | onderzoek in het dossier |
      Als het besluit "terugvordering" wordt voorgesteld
      Dan is "toeslag_in_te_veel" gelijk aan "<toeslag>"
      En is "terug_te_vorderen" gelijk aan "<terug>"

      Voorbeelden:
        | maand   | te veel  | toeslag | terug    |
        | 2026-03 | € 0,01   | € 0,00  | € 0,01   |
        | 2026-03 | € 0,10   | € 0,00  | € 0,10   |
        | 2026-03 | € 0,11   | € 0,01  | € 0,10   |
        | 2026-12 | € 219,00 | € 10,51 | € 208,49 |

    Scenario: Of de vakantietoeslag al is betaald, moet bekend zijn
      Gegeven de maand is 2026-03
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven                     | waarde     |
        | te_veel_volgens_herziening  | € 100,00   |
        | bijstand_volgens_herziening | € 1.001,50 |
      En de oordelen
        | oordeel                          | waarde | door         | reden                    |
        | inlichtingenplicht_geschonden    | ja     | klantmanager | onderzoek in het dossier |
        | dringende_redenen_terugvordering | nee    | klantmanager | onderzoek in het dossier |
      Als het besluit "terugvordering" wordt voorgesteld
      Dan ontbreekt "vakantietoeslag_betaald"

    Scenario: Van twee herzieningen over een maand moet bekend zijn hoeveel er samen te veel is vastgesteld
      Gegeven de maand is 2026-03
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven                     | waarde   |
        | bijstand_volgens_herziening | € 951,50 |
      En de oordelen
        | oordeel                          | waarde | door         | reden                    |
        | inlichtingenplicht_geschonden    | ja     | klantmanager | onderzoek in het dossier |
        | dringende_redenen_terugvordering | nee    | klantmanager | onderzoek in het dossier |
      Als het besluit "terugvordering" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "te_veel_volgens_herziening"

    Scenario: Van twee herzieningen over een maand wordt teruggevorderd wat er samen te veel is vastgesteld
      Gegeven de maand is 2026-03
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven                     | waarde   |
        | te_veel_volgens_herziening  | € 150,00 |
        | bijstand_volgens_herziening | € 951,50 |
        | vakantietoeslag_betaald     | ja       |
      En de oordelen
        | oordeel                          | waarde | door         | reden                    |
        | inlichtingenplicht_geschonden    | ja     | klantmanager | onderzoek in het dossier |
        | dringende_redenen_terugvordering | nee    | klantmanager | onderzoek in het dossier |
      Als het besluit "terugvordering" wordt voorgesteld
      Dan is de uitkomst "moet"
      En is "terug_te_vorderen" gelijk aan "€ 150,00"
      En is "bijstand_voor_herziening" gelijk aan "€ 1.101,50"

    Scenario: Zonder besluit dat er te veel is vastgesteld valt er niets terug te vorderen
      Gegeven de maand is 2026-07
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven                    | waarde              |
        | te_veel_volgens_herziening | niet van toepassing |
      Als het besluit "terugvordering" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

    Scenario: De brief over terugvordering noemt hoe het bedrag is ontstaan
      Gegeven de maand is 2026-07
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven                     | waarde     |
        | te_veel_volgens_herziening  | € 100,00   |
        | bijstand_volgens_herziening | € 1.019,46 |
        | vakantietoeslag_betaald     | nee        |
      En de oordelen
        | oordeel                          | waarde | door         | reden                       |
        | inlichtingenplicht_geschonden    | nee    | klantmanager | de gemeente had de gegevens |
        | dringende_redenen_terugvordering | nee    | klantmanager | gesprek over de situatie    |
      Als het besluit "terugvordering" wordt voorgesteld
      Dan is de uitkomst "kan"
      En is "terug_te_vorderen" gelijk aan "€ 95,20"
      En is de status "oordeel_nodig"
      En bevat de brief "Min: vakantietoeslag die nog niet is betaald"
      En bevat de brief "Dat staat in ons besluit over de correctie van deze maand"
      En bevat de brief "binnen zes weken nadat wij dit besluit aan u hebben verzonden"
      En bevat de brief "U kunt bezwaar maken"

  Regel: Artikel 54 lid 1: opschorten kan alleen bij verwijtbaar verzuim en hoogstens acht weken

    Abstract Scenario: De maandgegevens ontbreken
      Gegeven de overeenkomst "delft/scope"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-16
      En de gegevens
        | gegeven                    | waarde      |
        | uitkering                  | pw          |
        | maandgegevens_ontvangen    | <ontvangen> |
        | herstel_verzuim_tot_en_met | 2026-11-24  |
      En de oordelen
        | oordeel              | waarde    | door         | reden                 |
        | verzuim_te_verwijten | <verwijt> | klantmanager | twee keer om gevraagd |
      Als het besluit "opschorting" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "opschorting_vanaf" gelijk aan "<vanaf>"
      En is "opschorting_tot_en_met" gelijk aan "<tot en met>"
      En ontbreekt er niets
      En is het rechtskarakter "<rechtskarakter>"

      Voorbeelden:
        | ontvangen | verwijt | uitkomst        | vanaf               | tot en met          | rechtskarakter |
        | ja        | nee     | niet_opgeschort | niet van toepassing | niet van toepassing | mededeling     |
        | nee       | nee     | niet_opgeschort | niet van toepassing | niet van toepassing | mededeling     |
        | nee       | ja      | opgeschort      | 2026-10-01          | 2026-11-25          | beschikking    |

    Abstract Scenario: Rond het einde van de acht weken
      Gegeven de overeenkomst "delft/scope"
      En de maand is 2026-10
      En de besluitdatum is <besluitdatum>
      En de gegevens
        | gegeven                    | waarde     |
        | uitkering                  | pw         |
        | maandgegevens_ontvangen    | nee        |
        | herstel_verzuim_tot_en_met | 2026-12-09 |
      En de oordelen
        | oordeel              | waarde | door         | reden                 |
        | verzuim_te_verwijten | ja     | klantmanager | twee keer om gevraagd |
      Als het besluit "opschorting" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "alsnog_geven_tot_en_met" gelijk aan "<alsnog>"

      Voorbeelden:
        | besluitdatum | uitkomst        | alsnog              |
        | 2026-11-24   | opgeschort      | 2026-12-09          |
        | 2026-11-25   | opgeschort      | 2026-12-09          |
        | 2026-11-26   | niet_opgeschort | niet van toepassing |

  Regel: Awb artikel 4:5: aanvullen en buiten behandeling laten

    Achtergrond:
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is 2026-10-15

    Abstract Scenario: De hersteltermijn en de vier weken daarna
      Gegeven de besluitdatum is <besluitdatum>
      En de gegevens
        | gegeven                   | waarde     |
        | aanvraag_volledig         | nee        |
        | herstel_gevraagd          | ja         |
        | hersteltermijn_tot_en_met | 2026-10-15 |
      Als het besluit "behandeling" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is het rechtskarakter "<rechtskarakter>"
      En is de status "<status>"

      Voorbeelden:
        | besluitdatum | uitkomst              | rechtskarakter | status          |
        | 2026-10-14   | wachten_op_aanvulling | mededeling     | uitkomst_bekend |
        | 2026-10-15   | wachten_op_aanvulling | mededeling     | uitkomst_bekend |
        | 2026-10-16   | buiten_behandeling    | beschikking    | oordeel_nodig   |
        | 2026-11-12   | buiten_behandeling    | beschikking    | oordeel_nodig   |
        | 2026-11-13   | in_behandeling        | mededeling     | uitkomst_bekend |

    Abstract Scenario: Volledig, of nog niet gevraagd
      Gegeven de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven           | waarde     |
        | aanvraag_volledig | <volledig> |
        | herstel_gevraagd  | nee        |
      Als het besluit "behandeling" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"

      Voorbeelden:
        | volledig | uitkomst             |
        | ja       | in_behandeling       |
        | nee      | om_aanvulling_vragen |

  Regel: Rond de jaarwisseling: wat na 31 december 2026 niet is vertaald

    Abstract Scenario: De plichten van artikel 9 en de vraag om ontheffing
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is 2026-10-15
      En de besluitdatum is <besluitdatum>
      En de gegevens
        | gegeven              | waarde       |
        | uitkering            | pw           |
        | leefvorm             | <leefvorm>   |
        | ontheffing_gevraagd  | <gevraagd>   |
        | einddatum_ontheffing | <einddatum>  |
        | arbeidsongeschikt    | <ongeschikt> |
        | ontheffing_jong_kind | <jong kind>  |
      En de oordelen
        | oordeel           | waarde     | door         | reden                     |
        | dringende_redenen | <dringend> | klantmanager | zorg voor een zieke ouder |
      Als het besluit "ontheffing" wordt voorgesteld
      Dan is "ontheffing_a" gelijk aan "<a>"
      En is "ontheffing_c" gelijk aan "<c>"
      En is "ontheffing_b" gelijk aan "<b>"
      En is "ontheffing_vanaf" gelijk aan "<vanaf>"
      En is "ontheffing_tot_en_met" gelijk aan "<tot>"

      Voorbeelden:
        | besluitdatum | leefvorm            | gevraagd      | dringend | einddatum  | ongeschikt | jong kind | a             | c             | b             | vanaf               | tot                 |
        | 2026-12-31   | alleenstaande       | alleen_a      | ja       | 2026-12-31 | nee        |           | verleend      | niet_gevraagd | niet_gevraagd | 2026-12-31          | 2026-12-31          |
        | 2026-12-31   | alleenstaande       | alleen_c      | ja       | 2026-12-31 | nee        |           | niet_gevraagd | verleend      | niet_gevraagd | 2026-12-31          | 2026-12-31          |
        | 2027-01-01   | alleenstaande       | alleen_c      | ja       | 2027-04-30 | nee        |           | niet_gevraagd | onbekend      | niet_gevraagd | onbekend            | onbekend            |
        | 2026-12-31   | alleenstaande       | a_en_c        | nee      | 2027-04-30 | nee        |           | geweigerd     | geweigerd     | niet_gevraagd | niet van toepassing | niet van toepassing |
        | 2027-01-01   | alleenstaande       | a_en_c        | nee      | 2027-04-30 | nee        |           | onbekend      | onbekend      | niet_gevraagd | onbekend            | onbekend            |
        | 2026-12-31   | alleenstaande       | a_en_c        | ja       | 2026-12-30 | nee        |           | geweigerd     | geweigerd     | niet_gevraagd | niet van toepassing | niet van toepassing |
        | 2027-01-01   | alleenstaande       | a_en_c        | ja       | 2026-12-31 | nee        |           | onbekend      | onbekend      | niet_gevraagd | onbekend            | onbekend            |
        | 2026-10-20   | alleenstaande       | alleen_a      | ja       | 2026-10-19 | nee        |           | geweigerd     | niet_gevraagd | niet_gevraagd | niet van toepassing | niet van toepassing |
        | 2026-10-20   | alleenstaande       | alleen_c      | ja       | 2026-10-19 | nee        |           | niet_gevraagd | geweigerd     | niet_gevraagd | niet van toepassing | niet van toepassing |
        | 2026-10-20   | alleenstaande       | alle_plichten | ja       | 2026-10-19 | nee        |           | geweigerd     | geweigerd     | niet_mogelijk | niet van toepassing | niet van toepassing |
        | 2026-10-20   | alleenstaande       | alleen_c      | nee      | 2026-12-31 | nee        |           | niet_gevraagd | geweigerd     | niet_gevraagd | niet van toepassing | niet van toepassing |
        | 2026-12-31   | alleenstaande       | alle_plichten | nee      | 2027-04-30 | ja         |           | niet_nodig    | niet_nodig    | niet_nodig    | niet van toepassing | niet van toepassing |
        | 2027-01-01   | alleenstaande       | alle_plichten | nee      | 2027-04-30 | ja         |           | onbekend      | onbekend      | onbekend      | onbekend            | onbekend            |
        | 2026-12-31   | alleenstaande       | alle_plichten | nee      | 2027-04-30 | nee        |           | geweigerd     | geweigerd     | niet_mogelijk | niet van toepassing | niet van toepassing |
        | 2027-01-01   | alleenstaande       | alle_plichten | nee      | 2027-04-30 | nee        |           | onbekend      | onbekend      | onbekend      | onbekend            | onbekend            |
        | 2026-12-31   | alleenstaande_ouder | a_en_c        | nee      | 2027-04-30 | nee        | ja        | niet_nodig    | niet_nodig    | niet_gevraagd | niet van toepassing | niet van toepassing |
        | 2027-01-01   | alleenstaande_ouder | a_en_c        | nee      | 2027-04-30 | nee        | ja        | onbekend      | onbekend      | niet_gevraagd | onbekend            | onbekend            |
        | 2026-12-31   | alleenstaande_ouder | a_en_c        | nee      | 2027-04-30 | nee        | nee       | geweigerd     | geweigerd     | niet_gevraagd | niet van toepassing | niet van toepassing |

    Abstract Scenario: Een ontheffing tot en met 2026 geeft geen waarschuwing
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven              | waarde        |
        | uitkering            | pw            |
        | leefvorm             | alleenstaande |
        | ontheffing_gevraagd  | alleen_a      |
        | einddatum_ontheffing | <einddatum>   |
        | arbeidsongeschikt    | nee           |
      En de oordelen
        | oordeel           | waarde     | door         | reden                     |
        | dringende_redenen | <dringend> | klantmanager | zorg voor een zieke ouder |
      Als het besluit "ontheffing" wordt voorgesteld
      Dan is aan alle eisen voldaan

      Voorbeelden:
        | einddatum  | dringend |
        | 2026-12-31 | ja       |
        | 2027-01-01 | nee      |

    Scenario: Een ontheffing die doorloopt na 2026 geeft een waarschuwing
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven              | waarde        |
        | uitkering            | pw            |
        | leefvorm             | alleenstaande |
        | ontheffing_gevraagd  | alleen_a      |
        | einddatum_ontheffing | 2027-01-01    |
        | arbeidsongeschikt    | nee           |
      En de oordelen
        | oordeel           | waarde | door         | reden                     |
        | dringende_redenen | ja     | klantmanager | zorg voor een zieke ouder |
      Als het besluit "ontheffing" wordt voorgesteld
      Dan is de uitkomst "verleend"
      En is niet voldaan aan de eis "ontheffing_loopt_door_na_2026"

    Abstract Scenario: Een verlenging van de ontheffing
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is 2026-10-15
      En de besluitdatum is <besluitdatum>
      En de gegevens
        | gegeven                                  | waarde              |
        | uitkering                                | pw                  |
        | leefvorm                                 | alleenstaande       |
        | ontheffing_liep_tot_en_met               | 2027-01-31          |
        | verlenging_liep_tot_en_met               | niet van toepassing |
        | ontheffing_eerder_ingetrokken_tot_en_met | niet van toepassing |
        | nieuwe_einddatum_ontheffing              | <nieuw>             |
      En de oordelen
        | oordeel                   | waarde   | door         | reden           |
        | dringende_redenen_blijven | <blijft> | klantmanager | nieuw onderzoek |
      Als het besluit "verlenging_ontheffing" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"

      Voorbeelden:
        | besluitdatum | nieuw      | blijft | uitkomst      |
        | 2026-12-31   | 2027-04-30 | ja     | verlengd      |
        | 2027-01-01   | 2027-04-30 | ja     | onbekend      |
        | 2026-12-31   | 2027-04-30 | nee    | niet_verlengd |
        | 2027-01-01   | 2027-04-30 | nee    | onbekend      |
        | 2026-12-31   | 2027-01-31 | ja     | niet_verlengd |
        | 2027-01-01   | 2027-01-31 | ja     | onbekend      |

    Abstract Scenario: Een verlenging die doorloopt na 2026 geeft een waarschuwing
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven                                  | waarde              |
        | uitkering                                | pw                  |
        | leefvorm                                 | alleenstaande       |
        | ontheffing_liep_tot_en_met               | 2026-10-31          |
        | verlenging_liep_tot_en_met               | niet van toepassing |
        | ontheffing_eerder_ingetrokken_tot_en_met | niet van toepassing |
        | nieuwe_einddatum_ontheffing              | 2027-01-01          |
      En de oordelen
        | oordeel                   | waarde | door         | reden           |
        | dringende_redenen_blijven | ja     | klantmanager | nieuw onderzoek |
      Als het besluit "verlenging_ontheffing" wordt voorgesteld
      Dan is de uitkomst "verlengd"
      En is niet voldaan aan de eis "<eis>"

      Voorbeelden:
        | eis                           |
        | verlenging_loopt_door_na_2026 |

    Abstract Scenario: Een verlenging tot en met 2026, of geen verlenging, geeft er geen
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven                                  | waarde              |
        | uitkering                                | pw                  |
        | leefvorm                                 | alleenstaande       |
        | ontheffing_liep_tot_en_met               | 2026-10-31          |
        | verlenging_liep_tot_en_met               | niet van toepassing |
        | ontheffing_eerder_ingetrokken_tot_en_met | niet van toepassing |
        | nieuwe_einddatum_ontheffing              | <nieuw>             |
      En de oordelen
        | oordeel                   | waarde   | door         | reden           |
        | dringende_redenen_blijven | <blijft> | klantmanager | nieuw onderzoek |
      Als het besluit "verlenging_ontheffing" wordt voorgesteld
      Dan is aan alle eisen voldaan

      Voorbeelden:
        | nieuw      | blijft |
        | 2026-12-31 | ja     |
        | 2027-01-01 | nee    |

    Abstract Scenario: Een correctie waarover na 2026 wordt beslist geeft een waarschuwing
      Gegeven de overeenkomst "delft/scope"
      En de maand is 2026-12
      En de besluitdatum is <besluitdatum>
      En de gegevens
        | gegeven                | waarde        |
        | uitkering              | pw            |
        | leefvorm               | alleenstaande |
        | kostendelers           | 1             |
        | geboortedatum          | 1984-03-02    |
        | stand                  | lid           |
        | omzet                  | € 0,00        |
        | opname                 | € 0,00        |
        | ander_inkomen          | € 0,00        |
        | loon                   | € 400,00      |
        | medisch_urenbeperkt    | nee           |
        | loonkostensubsidie     | nee           |
        | maanden_n_gebruikt     | 6             |
        | eerder_vastgesteld     | <eerder>      |
        | verschil_door_middelen | ja            |
      En de oordelen
        | oordeel                            | waarde | door         | reden               |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | stap naar meer werk |
      Als het besluit "herziening" wordt voorgesteld
      Dan is "te_verrekenen" gelijk aan "<verrekenen>"
      En is <eis>

      Voorbeelden:
        | besluitdatum | eerder     | verrekenen          | eis                                          |
        | 2026-12-31   | € 1.119,46 | € 100,00            | aan alle eisen voldaan                       |
        | 2027-01-01   | € 1.119,46 | € 100,00            | niet voldaan aan de eis "herziening_na_2026" |
        | 2027-01-01   | € 1.019,46 | niet van toepassing | aan alle eisen voldaan                       |
        | 2027-01-01   | € 1.019,45 | niet van toepassing | niet voldaan aan de eis "herziening_na_2026" |

    Abstract Scenario: Een opschorting waarover na 2026 wordt beslist geeft een waarschuwing
      Gegeven de overeenkomst "delft/scope"
      En de maand is 2026-12
      En de besluitdatum is <besluitdatum>
      En de gegevens
        | gegeven                    | waarde      |
        | uitkering                  | pw          |
        | maandgegevens_ontvangen    | <ontvangen> |
        | herstel_verzuim_tot_en_met | 2027-01-20  |
      En de oordelen
        | oordeel              | waarde | door         | reden                 |
        | verzuim_te_verwijten | ja     | klantmanager | twee keer om gevraagd |
      Als het besluit "opschorting" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is <eis>

      Voorbeelden:
        | besluitdatum | ontvangen | uitkomst        | eis                                           |
        | 2026-12-31   | nee       | opgeschort      | aan alle eisen voldaan                        |
        | 2027-01-01   | nee       | opgeschort      | niet voldaan aan de eis "opschorting_na_2026" |
        | 2027-01-01   | ja        | niet_opgeschort | aan alle eisen voldaan                        |

    Abstract Scenario: De vrijlating en de premie in de laatste en de eerste maand
      Gegeven de overeenkomst "delft/scope"
      En de maand is <maand>
      En de besluitdatum is 2027-02-10
      En de gegevens
        | gegeven             | waarde        |
        | uitkering           | pw            |
        | leefvorm            | alleenstaande |
        | kostendelers        | 1             |
        | geboortedatum       | <geboren>     |
        | stand               | lid           |
        | omzet               | € 0,00        |
        | opname              | € 0,00        |
        | ander_inkomen       | € 0,00        |
        | loon                | € 900,00      |
        | medisch_urenbeperkt | nee           |
        | loonkostensubsidie  | nee           |
        | maanden_n_gebruikt  | <gebruikt>    |
      En de oordelen
        | oordeel                            | waarde | door         | reden               |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | stap naar meer werk |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "vrijlatingsgrond" gelijk aan "<grond>"
      En is "vakantietoeslag_in_bijstand" gelijk aan "<vakantietoeslag>"

      Voorbeelden:
        | maand   | geboren    | gebruikt | grond           | vakantietoeslag |
        | 2026-12 | 1984-03-02 | 6        | geen_vrijlating | € 24,93         |
        | 2027-01 | 1984-03-02 | 6        | onbekend        | onbekend        |
        | 2026-12 | 2004-05-05 | 0        | geen_vrijlating | € 24,93         |
        | 2027-01 | 2004-05-05 | 0        | onbekend        | onbekend        |
        | 2027-01 | 1984-03-02 | 0        | onbekend        | onbekend        |

    Abstract Scenario: Een premie die niet bijdraagt en een derde premie
      Gegeven de overeenkomst "delft/scope"
      En de maand is <maand>
      En de besluitdatum is 2027-01-20
      En de gegevens
        | gegeven            | waarde        |
        | uitkering          | pw            |
        | leefvorm           | alleenstaande |
        | geboortedatum      | 1984-03-02    |
        | loonkostensubsidie | nee           |
        | premiebedrag       | € 500,00      |
        | premies_dit_jaar   | <aantal>      |
        | premiesom_dit_jaar | <som>         |
      En de oordelen
        | oordeel           | waarde       | door         | reden                |
        | premie_draagt_bij | <draagt bij> | klantmanager | afgerond leertraject |
      Als het besluit "premie" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En valt de regel "<valt af>" af

      Voorbeelden:
        | maand   | aantal | som        | draagt bij | uitkomst | valt af          |
        | 2026-12 | 0      | € 0,00     | nee        | € 0,00   | eerste_of_tweede |
        | 2027-01 | 0      | € 0,00     | nee        | onbekend | draagt_niet_bij  |
        | 2026-12 | 2      | € 1.000,00 | ja         | € 0,00   | eerste_of_tweede |
        | 2027-01 | 2      | € 1.000,00 | ja         | onbekend | al_twee_premies  |
        | 2026-12 | 2      | € 1.000,00 | nee        | € 0,00   | al_twee_premies  |
        | 2026-12 | 1      | € 3.400,00 | ja         | € 0,00   | al_twee_premies  |

  Regel: Wie geen bijstand heeft, of een partner zonder recht, valt erbuiten

    Abstract Scenario: Bij een IOAW-uitkering gelden deze besluiten niet (W16)
      Gegeven de overeenkomst "delft/scope"
      En de maand is 2026-07
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven                                  | waarde              |
        | uitkering                                | <uitkering>         |
        | leefvorm                                 | alleenstaande       |
        | kostendelers                             | 1                   |
        | geboortedatum                            | 1984-03-02          |
        | stand                                    | lid                 |
        | omzet                                    | € 0,00              |
        | opname                                   | € 0,00              |
        | ander_inkomen                            | € 0,00              |
        | loon                                     | € 400,00            |
        | medisch_urenbeperkt                      | nee                 |
        | loonkostensubsidie                       | nee                 |
        | maanden_n_gebruikt                       | 6                   |
        | eerder_vastgesteld                       | € 1.000,00          |
        | te_veel_volgens_herziening               | € 100,00            |
        | bijstand_volgens_herziening              | € 900,00            |
        | premiebedrag                             | € 500,00            |
        | premies_dit_jaar                         | 0                   |
        | premiesom_dit_jaar                       | € 0,00              |
        | ontheffing_gevraagd                      | alleen_a            |
        | einddatum_ontheffing                     | 2026-12-31          |
        | arbeidsongeschikt                        | nee                 |
        | ontheffing_liep_tot_en_met               | 2026-10-31          |
        | verlenging_liep_tot_en_met               | 2026-10-31          |
        | ontheffing_eerder_ingetrokken_tot_en_met | niet van toepassing |
        | nieuwe_einddatum_ontheffing              | 2026-12-31          |
        | maandgegevens_ontvangen                  | nee                 |
        | herstel_verzuim_tot_en_met               | 2026-11-20          |
      En de oordelen
        | oordeel                            | waarde | door         | reden               |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | stap naar meer werk |
        | premie_draagt_bij                  | ja     | klantmanager | stap naar meer werk |
        | dringende_redenen                  | ja     | klantmanager | zorg                |
        | dringende_redenen_blijven          | ja     | klantmanager | zorg                |
        | verzuim_te_verwijten               | ja     | klantmanager | gesprek             |
      Als het besluit "<besluit>" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

      Voorbeelden:
        | uitkering      | besluit               |
        | ioaw           | verrekening           |
        | ioaw           | herziening            |
        | ioaw           | terugvordering        |
        | ioaw           | premie                |
        | ioaw           | ontheffing            |
        | ioaw           | verlenging_ontheffing |
        | ioaw           | opschorting           |
        | uwv            | verrekening           |
        | geen_uitkering | verrekening           |
        | geen_uitkering | premie                |

    Scenario: Een partner zonder recht krijgt geen ontheffing en geen verlenging
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven             | waarde   |
        | uitkering           | pw       |
        | leefvorm            | gehuwden |
        | partner_heeft_recht | nee      |
      En de gegevens
        | gegeven              | belanghebbende | partner       |
        | ontheffing_gevraagd  | alleen_a       | alle_plichten |
        | einddatum_ontheffing | 2026-12-31     | 2026-12-31    |
        | arbeidsongeschikt    | nee            | nee           |
      En de oordelen
        | oordeel           | waarde | door         | reden | voor           |
        | dringende_redenen | ja     | klantmanager | zorg  | belanghebbende |
        | dringende_redenen | ja     | klantmanager | zorg  | partner        |
      Als het besluit "ontheffing" wordt voorgesteld
      Dan is de uitkomst van de belanghebbende "verleend"
      En is de uitkomst van de partner "niet van toepassing"
      En is "ontheffing_c" van de partner gelijk aan "niet van toepassing"
      En is "ontheffing_b" van de partner gelijk aan "niet van toepassing"
      En is "ontheffing_overige_plichten" van de partner gelijk aan "niet van toepassing"

    Scenario: Ook een verlenging is er niet voor een partner zonder recht
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven             | waarde   |
        | uitkering           | pw       |
        | leefvorm            | gehuwden |
        | partner_heeft_recht | nee      |
      En de gegevens
        | gegeven                                  | belanghebbende      | partner             |
        | ontheffing_liep_tot_en_met               | 2026-10-31          | 2026-10-31          |
        | verlenging_liep_tot_en_met               | niet van toepassing | niet van toepassing |
        | ontheffing_eerder_ingetrokken_tot_en_met | niet van toepassing | niet van toepassing |
        | nieuwe_einddatum_ontheffing              | 2026-12-31          | 2026-12-31          |
      En de oordelen
        | oordeel                   | waarde | door         | reden | voor           |
        | dringende_redenen_blijven | ja     | klantmanager | zorg  | belanghebbende |
        | dringende_redenen_blijven | ja     | klantmanager | zorg  | partner        |
      Als het besluit "verlenging_ontheffing" wordt voorgesteld
      Dan is de uitkomst van de belanghebbende "verlengd"
      En is de uitkomst van de partner "niet van toepassing"

    Scenario: Een premie is er alleen voor wie zelf recht heeft
      Gegeven de overeenkomst "delft/scope"
      En de maand is 2026-10
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven             | waarde   |
        | uitkering           | pw       |
        | leefvorm            | gehuwden |
        | partner_heeft_recht | nee      |
      En de gegevens
        | gegeven            | belanghebbende | partner    |
        | geboortedatum      | 1984-03-02     | 1985-07-19 |
        | premiebedrag       | € 500,00       | € 500,00   |
        | premies_dit_jaar   | 0              | 0          |
        | premiesom_dit_jaar | € 0,00         | € 0,00     |
      En de oordelen
        | oordeel           | waarde | door         | reden       | voor           |
        | premie_draagt_bij | ja     | klantmanager | leertraject | belanghebbende |
        | premie_draagt_bij | ja     | klantmanager | leertraject | partner        |
      Als het besluit "premie" wordt voorgesteld
      Dan is de uitkomst van de belanghebbende "€ 500,00"
      En is de uitkomst van de partner "niet van toepassing"
      En is "premie_als_inkomen" van de partner gelijk aan "niet van toepassing"

    Abstract Scenario: De norm en de vrijlating als een partner jonger is dan 21 jaar of geen recht heeft
      Gegeven de overeenkomst "delft/scope"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven             | waarde         |
        | uitkering           | pw             |
        | leefvorm            | gehuwden       |
        | kostendelers        | <kostendelers> |
        | partner_heeft_recht | <recht>        |
        | wijze_van_betaling  | ieder_de_helft |
        | stand               | lid            |
      En de gegevens
        | gegeven             | belanghebbende | partner   |
        | geboortedatum       | <geboren>      | <partner> |
        | omzet               | € 0,00         | € 0,00    |
        | opname              | € 0,00         |           |
        | loon                | <loon>         | € 600,00  |
        | ander_inkomen       | € 0,00         | € 0,00    |
        | medisch_urenbeperkt | nee            | ja        |
        | loonkostensubsidie  | nee            | ja        |
        | maanden_n_gebruikt  | 6              | 0         |
      En de oordelen
        | oordeel                            | waarde | door         | reden     | voor           |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | meer uren | belanghebbende |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | meer uren | partner        |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "norm" gelijk aan "<norm>"
      En is "vrijlatingsgrond" van de partner gelijk aan "<grond>"
      En is "inkomen_persoon" van de partner gelijk aan "<telt mee>"

      Voorbeelden:
        | kostendelers | recht | geboren    | partner    | loon       | norm       | grond           | telt mee |
        | 2            | nee   | 1984-03-02 | 1985-07-19 | € 0,00     | € 1.013,90 | geen_vrijlating | € 0,00   |
        | 2            | nee   | 1984-03-02 | 1985-07-19 | € 1.013,89 | € 1.013,90 | geen_vrijlating | € 0,00   |
        | 2            | nee   | 1984-03-02 | 1985-07-19 | € 1.500,00 | € 1.013,90 | geen_vrijlating | € 72,21  |
        | 1            | nee   | 1984-03-02 | 2008-01-01 | € 0,00     | € 1.013,90 | geen_vrijlating | € 0,00   |
        | 3            | nee   | 1984-03-02 | 1985-07-19 | € 0,00     | € 878,71   | geen_vrijlating | € 0,00   |
        | 2            | nee   | 2008-01-01 | 1985-07-19 | € 0,00     | onbekend   | geen_vrijlating | onbekend |
        | 2            | ja    | 1984-03-02 | 2008-01-01 | € 0,00     | onbekend   | onderdeel_y     | € 510,00 |
        | 2            | ja    | 2008-01-01 | 2008-01-01 | € 0,00     | onbekend   | onderdeel_y     | € 510,00 |
        | 2            | ja    | 1984-03-02 | 1985-07-19 | € 0,00     | € 2.027,79 | onderdeel_n     | € 450,00 |

  Regel: Artikel 31: welke vrijlating voorgaat

    Achtergrond:
      Gegeven de overeenkomst "delft/scope"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven              | waarde              |
        | uitkering            | pw                  |
        | leefvorm             | alleenstaande_ouder |
        | kostendelers         | 1                   |
        | stand                | lid                 |
        | omzet                | € 0,00              |
        | opname               | € 0,00              |
        | ander_inkomen        | € 0,00              |
        | jongste_kind_geboren | 2020-05-05          |
        | eerste_maand_r       | niet van toepassing |

    Abstract Scenario: Loonkostensubsidie, medische urenbeperking, leeftijd en arbeidsinschakeling
      Gegeven de gegevens
        | gegeven             | waarde        |
        | geboortedatum       | <geboren>     |
        | loon                | <loon>        |
        | medisch_urenbeperkt | <urenbeperkt> |
        | loonkostensubsidie  | <lks>         |
        | maanden_n_gebruikt  | <gebruikt>    |
      En de oordelen
        | oordeel                            | waarde       | door         | reden               |
        | draagt_bij_aan_arbeidsinschakeling | <draagt bij> | klantmanager | stap naar meer werk |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "vrijlatingsgrond" gelijk aan "<grond>"
      En is "betaling" gelijk aan "<betaling>"

      Voorbeelden:
        | geboren    | loon     | urenbeperkt | lks | gebruikt | draagt bij | grond             | betaling   |
        | 1984-03-02 | € 400,00 | nee         | ja  | 0        | ja         | onderdeel_n       | € 1.119,46 |
        | 1984-03-02 | € 400,00 | ja          | ja  | 0        | ja         | onderdeel_n       | € 1.119,46 |
        | 1984-03-02 | € 400,00 | ja          | ja  | 6        | ja         | onderdeel_y       | € 1.079,46 |
        | 1984-03-02 | € 400,00 | nee         | ja  | 6        | ja         | onderdeel_z_of_aa | onbekend   |
        | 1984-03-02 | € 0,01   | nee         | ja  | 6        | ja         | onderdeel_z_of_aa | onbekend   |
        | 1984-03-02 | € 0,00   | nee         | ja  | 6        | ja         | onderdeel_r       | € 1.419,46 |
        | 1984-03-02 | € 400,00 | nee         | nee | 6        | ja         | onderdeel_r       | € 1.069,46 |
        | 1984-03-02 | € 400,00 | nee         | nee | 6        | nee        | geen_vrijlating   | € 1.019,46 |
        | 2004-05-05 | € 400,00 | nee         | nee | 6        | ja         | geen_vrijlating   | € 1.019,46 |
        | 2004-05-05 | € 400,00 | nee         | ja  | 0        | ja         | onderdeel_z_of_aa | onbekend   |
        | 2004-05-05 | € 400,00 | ja          | ja  | 0        | ja         | onderdeel_y       | € 1.079,46 |

    Abstract Scenario: Vooruitlopen op 2027 voor jongeren vraagt een besluit van de gemeente
      Stel de afspraak "gedoog_2026" is "<gedogen>"
      Gegeven de maand is <maand>
      En de gegevens
        | gegeven             | waarde        |
        | geboortedatum       | <geboren>     |
        | loon                | € 400,00      |
        | medisch_urenbeperkt | <urenbeperkt> |
        | loonkostensubsidie  | <lks>         |
        | maanden_n_gebruikt  | <gebruikt>    |
      En de oordelen
        | oordeel                            | waarde       | door         | reden               |
        | draagt_bij_aan_arbeidsinschakeling | <draagt bij> | klantmanager | stap naar meer werk |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "vrijlatingsgrond" gelijk aan "<grond>"
      En is "vrijlating" gelijk aan "<vrijlating>"
      En beslist de regel "<regel>"

      Voorbeelden:
        | gedogen | maand   | geboren    | urenbeperkt | lks | gebruikt | draagt bij | grond           | vrijlating | regel                         |
        | nee     | 2026-10 | 2004-05-05 | nee         | nee | 0        | ja         | geen_vrijlating | € 0,00     | te_jong                       |
        | ja      | 2026-10 | 2004-05-05 | nee         | nee | 0        | ja         | onderdeel_n     | € 100,00   | jongere_vooruitlopend_op_2027 |
        | ja      | 2026-10 | 2004-05-05 | nee         | nee | 5        | ja         | onderdeel_n     | € 100,00   | jongere_vooruitlopend_op_2027 |
        | ja      | 2026-10 | 2004-05-05 | nee         | nee | 6        | ja         | geen_vrijlating | € 0,00     | te_jong                       |
        | ja      | 2026-10 | 2004-05-05 | nee         | nee | 0        | nee        | geen_vrijlating | € 0,00     | te_jong                       |
        | ja      | 2026-10 | 2004-05-05 | ja          | nee | 0        | ja         | onderdeel_n     | € 100,00   | jongere_vooruitlopend_op_2027 |
        | ja      | 2026-10 | 2004-05-05 | ja          | nee | 6        | ja         | onderdeel_y     | € 60,00    | medische_beperking            |
        | ja      | 2026-10 | 2004-05-05 | nee         | ja  | 0        | ja         | onderdeel_n     | € 100,00   | jongere_vooruitlopend_op_2027 |
        | ja      | 2026-01 | 2004-05-05 | nee         | nee | 0        | ja         | onderdeel_n     | € 100,00   | jongere_vooruitlopend_op_2027 |
        | ja      | 2025-12 | 2004-05-05 | nee         | nee | 0        | ja         | geen_vrijlating | € 0,00     | te_jong                       |
        | ja      | 2026-10 | 1984-03-02 | nee         | nee | 0        | ja         | onderdeel_n     | € 100,00   | zes_maanden                   |
        | ja      | 2026-10 | 1984-03-02 | nee         | nee | 6        | ja         | onderdeel_r     | € 50,00    | ouder_met_jong_kind           |

    Abstract Scenario: Op welke dag de leeftijd van 27 jaar wordt bekeken
      Stel de afspraak "leeftijd_toets" is "<toets>"
      En de gegevens
        | gegeven             | waarde      |
        | geboortedatum       | <geboren>   |
        | verworven_op        | <verworven> |
        | loon                | € 400,00    |
        | medisch_urenbeperkt | nee         |
        | loonkostensubsidie  | nee         |
        | maanden_n_gebruikt  | 0           |
      En de oordelen
        | oordeel                            | waarde | door         | reden               |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | stap naar meer werk |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "vrijlatingsgrond" gelijk aan "<grond>"
      En beslist de regel "<regel>"

      Voorbeelden:
        | toets              | geboren    | verworven  | grond           | regel                    |
        | eerste_dag         | 1999-10-01 |            | onderdeel_n     | op_de_eerste_dag         |
        | eerste_dag         | 1999-10-02 |            | geen_vrijlating | op_de_eerste_dag         |
        | laatste_dag        | 1999-10-31 |            | onderdeel_n     | op_de_laatste_dag        |
        | laatste_dag        | 1999-11-01 |            | geen_vrijlating | op_de_laatste_dag        |
        | dag_van_verwerving | 1999-10-15 | 2026-10-15 | onderdeel_n     | op_de_dag_van_verwerving |
        | dag_van_verwerving | 1999-10-16 | 2026-10-15 | geen_vrijlating | op_de_dag_van_verwerving |

    Abstract Scenario: Of de vrijlating het recht kan geven kiest de gemeente (W5)
      Stel de afspraak "vrijlating_telt_voor_recht" is "<telt>"
      En de gegevens
        | gegeven             | waarde     |
        | geboortedatum       | 1984-03-02 |
        | loon                | <loon>     |
        | medisch_urenbeperkt | nee        |
        | loonkostensubsidie  | nee        |
        | maanden_n_gebruikt  | 0          |
      En de oordelen
        | oordeel                            | waarde | door         | reden               |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | stap naar meer werk |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"
      En is "recht" gelijk aan "<recht>"
      En beslist de regel "<regel>"

      Voorbeelden:
        | telt | loon       | recht      | bijstand | regel                             |
        | nee  | € 1.419,45 | wel_recht  | € 285,01 | inkomen_lager_dan_norm            |
        | nee  | € 1.419,46 | geen_recht | € 0,00   | inkomen_zonder_vrijlating_te_hoog |
        | nee  | € 1.600,00 | geen_recht | € 0,00   | inkomen_zonder_vrijlating_te_hoog |
        | ja   | € 1.419,46 | wel_recht  | € 285,00 | inkomen_lager_dan_norm            |
        | ja   | € 1.600,00 | wel_recht  | € 104,46 | inkomen_lager_dan_norm            |
        | ja   | € 1.704,45 | wel_recht  | € 0,01   | inkomen_lager_dan_norm            |
        | ja   | € 1.704,46 | geen_recht | € 0,00   | inkomen_te_hoog                   |

  Regel: Artikel 31 lid 5: vooruitlopen geldt alleen voor wie jonger is en zelf recht heeft

    Scenario: Vanaf 27 jaar is er niets om op vooruit te lopen
      Gegeven de overeenkomst "delft/scope"
      Stel de afspraak "gedoog_2026" is "ja"
      Gegeven de maand is 2026-10
      En de gegevens
        | gegeven             | waarde        |
        | uitkering           | pw            |
        | leefvorm            | alleenstaande |
        | kostendelers        | 1             |
        | stand               | lid           |
        | geboortedatum       | 1984-03-02    |
        | omzet               | € 0,00        |
        | opname              | € 0,00        |
        | ander_inkomen       | € 0,00        |
        | loon                | € 400,00      |
        | medisch_urenbeperkt | nee           |
        | loonkostensubsidie  | nee           |
        | maanden_n_gebruikt  | 0             |
      En de oordelen
        | oordeel                            | waarde | door         | reden               |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | stap naar meer werk |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "vrijlatingsgrond" gelijk aan "onderdeel_n"
      En valt de regel "jongere_vooruitlopend_op_2027" af

    Scenario: Een jonge partner zonder recht heeft geen vrijlating
      Gegeven de overeenkomst "delft/scope"
      Stel de afspraak "gedoog_2026" is "ja"
      Gegeven de maand is 2026-10
      En de gegevens
        | gegeven             | waarde   |
        | uitkering           | pw       |
        | leefvorm            | gehuwden |
        | kostendelers        | 2        |
        | partner_heeft_recht | nee      |
        | stand               | lid      |
      En de gegevens
        | gegeven             | belanghebbende | partner    |
        | geboortedatum       | 1984-03-02     | 2004-05-05 |
        | omzet               | € 0,00         | € 0,00     |
        | opname              | € 0,00         |            |
        | ander_inkomen       | € 0,00         | € 0,00     |
        | loon                | € 0,00         | € 400,00   |
        | medisch_urenbeperkt | nee            | nee        |
        | loonkostensubsidie  | nee            | nee        |
        | maanden_n_gebruikt  | 6              | 0          |
      En de oordelen
        | oordeel                            | waarde | door         | reden     | voor           |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | meer uren | belanghebbende |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | meer uren | partner        |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is "vrijlatingsgrond" van de partner gelijk aan "geen_vrijlating"

  Regel: Artikel 7 lid 3 onderdeel c: UWV gaat voor een verwijzing van de gemeente zelf

    Abstract Scenario: Naar UWV, naar de toeleider of naar het Bbz
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is 2026-10-15
      En de gegevens
        | gegeven                   | waarde      |
        | uitkering                 | <uitkering> |
        | afspraak_met_uwv          | <uwv>       |
        | verwezen_door             | <door>      |
        | woont_in_gemeente         | ja          |
        | geboortedatum             | 1984-03-02  |
        | ondernemingsplan_aanwezig | ja          |
        | in_schuldsanering         | nee         |
        | verwachte_uren            | 600         |
        | startdatum_proef          | 2026-11-15  |
      En de oordelen
        | oordeel              | waarde | door         | reden                        |
        | toestemming_gemeente | ja     | klantmanager | past bij het plan van aanpak |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "verwijzen"
      En is "verwijzing" gelijk aan "<verwijzing>"

      Voorbeelden:
        | uitkering | uwv | door    | verwijzing     |
        | pw        |     | niemand | naar_toeleider |
        | uwv       | ja  | niemand | naar_toeleider |
        | uwv       | nee | werkse  | naar_uwv       |
        | uwv       | nee | niemand | naar_uwv       |

  Regel: Artikel 32 lid 2: een late betaling hoort bij de maand van het werk

    Abstract Scenario: Naar de dag van het werk of naar de dag van betaling
      Gegeven de overeenkomst "delft/scope"
      Stel de afspraak "toerekening" is "<toerekening>"
      Gegeven de peildatum is 2026-10-15
      En de gegevens
        | gegeven     | waarde     |
        | verricht_op | 2026-07-31 |
        | betaald_op  | <betaald>  |
      Als het besluit "factuurmaand" wordt voorgesteld
      Dan is de uitkomst "<dag>"
      En beslist de regel "<regel>"
      En is het rechtskarakter "mededeling"

      Voorbeelden:
        | toerekening  | betaald    | dag        | regel                    |
        | verdienmaand | 2026-09-10 | 2026-07-31 | naar_de_dag_van_het_werk |
        | ontvangst    | 2026-09-10 | 2026-09-10 | naar_de_dag_van_betaling |

    Scenario: Een factuur die niet is betaald hoort bij ontvangst nog bij geen maand
      Gegeven de overeenkomst "delft/scope"
      Stel de afspraak "toerekening" is "ontvangst"
      Gegeven de peildatum is 2026-10-15
      En de gegevens
        | gegeven     | waarde              |
        | verricht_op | 2026-07-31          |
        | betaald_op  | niet van toepassing |
      Als het besluit "factuurmaand" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

  Regel: Artikel 54: nog enkele grenzen van de opschorting

    Abstract Scenario: Gegevens die er zijn, en tijd om ze alsnog te geven
      Gegeven de overeenkomst "delft/scope"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-16
      En de gegevens
        | gegeven                    | waarde      |
        | uitkering                  | pw          |
        | maandgegevens_ontvangen    | <ontvangen> |
        | herstel_verzuim_tot_en_met | <herstel>   |
      En de oordelen
        | oordeel              | waarde    | door         | reden                 |
        | verzuim_te_verwijten | <verwijt> | klantmanager | twee keer om gevraagd |
      Als het besluit "opschorting" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is de status "<status>"
      En valt de regel "<valt af>" af

      Voorbeelden:
        | ontvangen | verwijt | herstel    | uitkomst        | status          | valt af             |
        | ja        | ja      | 2026-11-24 | niet_opgeschort | uitkomst_bekend | verwijtbaar_verzuim |
        | ja        | nee     | 2026-11-24 | niet_opgeschort | uitkomst_bekend | niet_te_verwijten   |
        | nee       | ja      | 2026-11-17 | opgeschort      | oordeel_nodig   | acht_weken_voorbij  |
        | nee       | nee     | 2026-11-16 | niet_opgeschort | uitkomst_bekend | verwijtbaar_verzuim |

    Abstract Scenario: Zonder tijd om de gegevens te geven houdt het besluit niet
      Gegeven de overeenkomst "delft/scope"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-16
      En de gegevens
        | gegeven                    | waarde    |
        | uitkering                  | pw        |
        | maandgegevens_ontvangen    | nee       |
        | herstel_verzuim_tot_en_met | <herstel> |
      En de oordelen
        | oordeel              | waarde | door         | reden                 |
        | verzuim_te_verwijten | ja     | klantmanager | twee keer om gevraagd |
      Als het besluit "opschorting" wordt voorgesteld
      Dan is <eis>

      Voorbeelden:
        | herstel    | eis                                                     |
        | 2026-11-15 | niet voldaan aan de eis "hersteltermijn_na_het_besluit" |
        | 2026-11-16 | niet voldaan aan de eis "hersteltermijn_na_het_besluit" |
        | 2026-11-17 | aan alle eisen voldaan                                  |

  Regel: Awb artikel 4:5: elke voorwaarde telt

    Abstract Scenario: Een volledige aanvraag wordt behandeld, ook na een hersteltermijn
      Gegeven de overeenkomst "delft/scope"
      En de peildatum is 2026-10-15
      En de besluitdatum is <besluitdatum>
      En de gegevens
        | gegeven                   | waarde     |
        | aanvraag_volledig         | <volledig> |
        | herstel_gevraagd          | <gevraagd> |
        | hersteltermijn_tot_en_met | <termijn>  |
      Als het besluit "behandeling" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En beslist de regel "<regel>"

      Voorbeelden:
        | besluitdatum | volledig | gevraagd | termijn    | uitkomst             | regel              |
        | 2026-10-15   | ja       | ja       | 2026-10-15 | in_behandeling       | volledig           |
        | 2026-10-16   | ja       | ja       | 2026-10-15 | in_behandeling       | volledig           |
        | 2026-10-15   | ja       | nee      |            | in_behandeling       | volledig           |
        | 2026-10-15   | nee      | nee      |            | om_aanvulling_vragen | nog_niet_gevraagd  |
        | 2026-11-13   | nee      | ja       | 2026-10-15 | in_behandeling       | vier_weken_voorbij |

  # Deze veranderingen geven bij geen enkele volledige zaak een andere uitkomst; achter elke staat waarom.
  # mutant aanvaard: landelijk/participatiewet:gegevens.partner_heeft_recht.geldt_als:weg de regels lezen dit gegeven alleen waar het geldt; zonder de poort verandert geen uitkomst en wordt het alleen onnodig gevraagd
  # mutant aanvaard: landelijk/participatiewet:gegevens.jongste_kind_geboren.geldt_als:weg de regels lezen dit gegeven alleen waar het geldt; zonder de poort verandert geen uitkomst en wordt het alleen onnodig gevraagd
  # mutant aanvaard: landelijk/participatiewet:begrippen.norm.geldt_als:weg het besluit zelf geldt al alleen bij een bijstandsuitkering en geen ander besluit leest dit begrip; de poort houdt het begrip zuiver voor een eigen besluit van een gemeente
  # mutant aanvaard: landelijk/participatiewet:begrippen.in_aanmerking.geldt_als:weg het besluit zelf geldt al alleen bij een bijstandsuitkering en geen ander besluit leest dit begrip; de poort houdt het begrip zuiver voor een eigen besluit van een gemeente
  # mutant aanvaard: landelijk/participatiewet:begrippen.vakantietoeslag_in_bijstand.geldt_als:weg het besluit zelf geldt al alleen bij een bijstandsuitkering en geen ander besluit leest dit begrip; de poort houdt het begrip zuiver voor een eigen besluit van een gemeente
  # mutant aanvaard: landelijk/participatiewet:begrippen.betaling.geldt_als:weg het besluit zelf geldt al alleen bij een bijstandsuitkering en geen ander besluit leest dit begrip; de poort houdt het begrip zuiver voor een eigen besluit van een gemeente
  # mutant aanvaard: landelijk/participatiewet:begrippen.ontheffing_a.geldt_als:uitkering_is_pw:weg het besluit zelf geldt al alleen bij een bijstandsuitkering en geen ander besluit leest dit begrip; de poort houdt het begrip zuiver voor een eigen besluit van een gemeente
  # mutant aanvaard: landelijk/participatiewet:begrippen.ontheffing_b.geldt_als:uitkering_is_pw:weg het besluit zelf geldt al alleen bij een bijstandsuitkering en geen ander besluit leest dit begrip; de poort houdt het begrip zuiver voor een eigen besluit van een gemeente
  # mutant aanvaard: landelijk/participatiewet:begrippen.ontheffing_c.geldt_als:uitkering_is_pw:weg het besluit zelf geldt al alleen bij een bijstandsuitkering en geen ander besluit leest dit begrip; de poort houdt het begrip zuiver voor een eigen besluit van een gemeente
  # mutant aanvaard: landelijk/participatiewet:begrippen.ontheffing_overige_plichten.geldt_als:uitkering_is_pw:weg het besluit zelf geldt al alleen bij een bijstandsuitkering en geen ander besluit leest dit begrip; de poort houdt het begrip zuiver voor een eigen besluit van een gemeente
  # mutant aanvaard: landelijk/participatiewet:begrippen.verlenging_ontheffing.geldt_als:uitkering_is_pw:weg het besluit en zijn uitkomst hebben dezelfde poort; zonder de ene houdt de andere het besluit tegen
  # mutant aanvaard: landelijk/participatiewet:begrippen.opschorting.geldt_als:weg het besluit en zijn uitkomst hebben dezelfde poort; zonder de ene houdt de andere het besluit tegen
  # mutant aanvaard: landelijk/participatiewet:besluiten.ontheffing.geldt_als:weg het besluit en zijn uitkomst hebben dezelfde poort; zonder de ene houdt de andere het besluit tegen
  # mutant aanvaard: landelijk/participatiewet:besluiten.verlenging_ontheffing.geldt_als:weg het besluit en zijn uitkomst hebben dezelfde poort; zonder de ene houdt de andere het besluit tegen
  # mutant aanvaard: landelijk/participatiewet:begrippen.plicht_tot_terugvordering.geldt_als:weg het besluit en zijn uitkomst hebben dezelfde poort; zonder de ene houdt de andere het besluit tegen
  # mutant aanvaard: landelijk/participatiewet:begrippen.norm.partner_zonder_recht_met_medebewoners.als:3>2 bij twee kostendelers is de norm per persoon precies de helft van de norm voor gehuwden
  # mutant aanvaard: landelijk/participatiewet:eisen.nooit_meer_dan_norm:weg de regels maken zelf dat de eis altijd klopt; zij staat er voor een latere wijziging of een eigen regel van een gemeente
  # mutant aanvaard: landelijk/participatiewet:eisen.nooit_negatief:weg de regels maken zelf dat de eis altijd klopt; zij staat er voor een latere wijziging of een eigen regel van een gemeente
  # mutant aanvaard: landelijk/participatiewet:eisen.delen_samen_geheel:weg de regels maken zelf dat de eis altijd klopt; zij staat er voor een latere wijziging of een eigen regel van een gemeente
  # mutant aanvaard: landelijk/participatiewet:eisen.vrijlating_nooit_meer_dan_inkomen:weg de regels maken zelf dat de eis altijd klopt; zij staat er voor een latere wijziging of een eigen regel van een gemeente
  # mutant aanvaard: landelijk/participatiewet:eisen.premie_binnen_jaarmaximum:weg de regels maken zelf dat de eis altijd klopt; zij staat er voor een latere wijziging of een eigen regel van een gemeente
  # mutant aanvaard: landelijk/participatiewet:begrippen.vakantietoeslag_in_bijstand.percentage_tot_en_met_2026.als:weg na 2026 is de norm en dus de bijstand zelf al onbekend
  # mutant aanvaard: landelijk/participatiewet:begrippen.vakantietoeslag_in_bijstand.percentage_tot_en_met_2026.als:31_december_2026>1_januari_2027 na 2026 is de norm en dus de bijstand zelf al onbekend
  # mutant aanvaard: landelijk/participatiewet:begrippen.intrekking_ontheffing.geldt_als:uitkering_is_pw:weg het besluit en zijn uitkomst hebben dezelfde poort; zonder de ene houdt de andere het besluit tegen
  # mutant aanvaard: landelijk/participatiewet:besluiten.intrekking_ontheffing.geldt_als:weg het besluit en zijn uitkomst hebben dezelfde poort; zonder de ene houdt de andere het besluit tegen
