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
        | geboren    | pensioen  | status             |
        | 1960-11-01 |           | uitkomst_bekend    |
        | 1960-10-31 |           | gegevens_ontbreken |
        | 1960-10-31 | nee       | uitkomst_bekend    |
        | 1959-10-31 | ja        | geen_regel         |

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
        | loon                | € 1.200,00    |
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
        | 2023-07 | € 1.216,62 | € 249,00   | € 265,62 |
        | 2023-12 | € 1.216,62 | € 249,00   | € 265,62 |
        | 2024-01 | € 1.283,83 | € 264,00   | € 347,83 |
        | 2024-06 | € 1.283,83 | € 264,00   | € 347,83 |
        | 2024-07 | € 1.308,45 | € 269,00   | € 377,45 |
        | 2024-12 | € 1.308,45 | € 269,00   | € 377,45 |
        | 2025-01 | € 1.345,45 | € 273,00   | € 418,45 |
        | 2025-06 | € 1.345,45 | € 273,00   | € 418,45 |
        | 2025-07 | € 1.369,06 | € 278,00   | € 447,06 |
        | 2025-12 | € 1.369,06 | € 278,00   | € 447,06 |
        | 2026-01 | € 1.401,50 | € 285,00   | € 486,50 |
        | 2026-06 | € 1.401,50 | € 285,00   | € 486,50 |
        | 2026-07 | € 1.419,46 | € 285,00   | € 504,46 |

    Abstract Scenario: Een bedrag dat niet is nagegaan geeft geen uitkomst
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
        | loon                 | € 800,00            |
        | medisch_urenbeperkt  | <urenbeperkt>       |
        | loonkostensubsidie   | nee                 |
        | maanden_n_gebruikt   | 6                   |
        | eerste_maand_r       | niet van toepassing |
      En de oordelen
        | oordeel                            | waarde | door         | reden               |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | stap naar meer werk |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de status "<status>"

      Voorbeelden:
        | maand   | urenbeperkt | status             |
        | 2023-12 | ja          | uitkomst_bekend    |
        | 2024-01 | ja          | gegevens_ontbreken |
        | 2024-12 | nee         | uitkomst_bekend    |
        | 2025-01 | nee         | gegevens_ontbreken |
        | 2025-12 | ja          | gegevens_ontbreken |
        | 2025-12 | nee         | gegevens_ontbreken |
        | 2026-01 | ja          | uitkomst_bekend    |
        | 2026-01 | nee         | uitkomst_bekend    |

    Abstract Scenario: Het percentage vakantietoeslag is nagegaan vanaf juli 2024
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
        | 2024-06 | € 1.283,83 | onbekend        |
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
      En bevat de brief "Voor uw partner is geen ontheffing van het zoeken naar werk gevraagd"

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
        | gegeven                     | waarde        |
        | leefvorm                    | alleenstaande |
        | ontheffing_liep_tot_en_met  | <liep>        |
        | verlenging_liep_tot_en_met  | <verlenging>  |
        | nieuwe_einddatum_ontheffing | <nieuw>       |
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
      En berust dat op "Participatiewet artikel 58 lid 4"
      En bevat de brief "Wij verrekenen € 100,00 met uw volgende bijstand"
      En bevat de brief "U kunt bezwaar maken"

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
        | gegeven            | waarde     |
        | eerder_vastgesteld | € 1.101,50 |
      En de oordelen
        | oordeel                          | waarde      | door         | reden                    |
        | inlichtingenplicht_geschonden    | <schending> | klantmanager | onderzoek in het dossier |
        | dringende_redenen_terugvordering | <dringend>  | klantmanager | onderzoek in het dossier |
      Als het besluit "terugvordering" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is "terug_te_vorderen" gelijk aan "<bedrag>"
      En is de status "<status>"

      Voorbeelden:
        | schending | dringend | uitkomst | bedrag              | status          |
        | ja        | nee      | moet     | € 100,00            | uitkomst_bekend |
        | nee       | nee      | kan      | € 100,00            | oordeel_nodig   |
        | ja        | ja       | ziet_af  | niet van toepassing | oordeel_nodig   |
        | nee       | ja       | ziet_af  | niet van toepassing | oordeel_nodig   |

    Scenario: Binnen zes maanden hoeft er niet te worden teruggevorderd
      Gegeven de maand is 2026-07
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven                | waarde     |
        | eerder_vastgesteld     | € 1.119,46 |
        | verschil_door_middelen | ja         |
      Als het besluit "terugvordering" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

    Scenario: Te veel door een andere norm wordt teruggevorderd en niet verrekend
      Gegeven de maand is 2026-07
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven                | waarde     |
        | eerder_vastgesteld     | € 1.119,46 |
        | verschil_door_middelen | nee        |
      En de oordelen
        | oordeel                          | waarde | door         | reden                       |
        | inlichtingenplicht_geschonden    | nee    | klantmanager | de gemeente had de gegevens |
        | dringende_redenen_terugvordering | nee    | klantmanager | gesprek over de situatie    |
      Als het besluit "terugvordering" wordt voorgesteld
      Dan is de uitkomst "kan"
      En is "terug_te_vorderen" gelijk aan "€ 100,00"
      En is de status "oordeel_nodig"
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
