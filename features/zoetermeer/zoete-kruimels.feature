# language: nl
Functionaliteit: Afspraken tussen de gemeente Zoetermeer en Zoete Kruimels
  Eerst toestemming, dan een besluit van alle leden, dan handelen onder de inschrijving van de coöperatie.
  Winst is alleen voor groei van het bedrijf en kennis van de ondernemer.
  Alle personen zijn verzonnen.

  Regel: Deelname staat open bij elke uitkering

    Achtergrond:
      Gegeven de overeenkomst "zoetermeer/zoete-kruimels"
      En de peildatum is 2026-10-15
      En de besluitdatum is 2026-10-20
      En de gegevens
        | gegeven           | waarde |
        | in_schuldsanering | nee    |
        | verwachte_uren    | 600    |
      En de oordelen
        | oordeel              | waarde | door         | reden                                 |
        | toestemming_gemeente | ja     | klantmanager | wil ondernemend uit de bijstand komen |

    Abstract Scenario: Met en zonder uitkering
      Gegeven de gegevens
        | gegeven           | waarde      |
        | uitkering         | <uitkering> |
        | afspraak_met_uwv  | <afspraak>  |
        | woont_in_gemeente | ja          |
        | geboortedatum     | 1984-03-02  |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En beslist de regel "<regel>"
      En is het rechtskarakter "beschikking"

      Voorbeelden:
        | uitkering      | afspraak | uitkomst   | regel                   |
        | pw             |          | toegewezen | past_bij_inschakeling   |
        | ioaw           |          | toegewezen | past_bij_inschakeling   |
        | uwv            | ja       | toegewezen | past_bij_inschakeling   |
        | uwv            | nee      | verwijzen  | zonder_afspraak_met_uwv |
        | geen_uitkering |          | afgewezen  | buiten_de_kring         |

    Scenario: De website noemt ook een laag inkomen, maar hier is de beschrijving gevolgd
      Gegeven de gegevens
        | gegeven           | waarde         |
        | uitkering         | geen_uitkering |
        | woont_in_gemeente | ja             |
        | geboortedatum     | 1984-03-02     |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "afgewezen"
      En berust dat op "Participatiewet artikel 8a lid 2 onderdeel a"
      En rust dat op de aanname over "wie_mag_deelnemen"

    Scenario: Wie in de regio woont wordt naar de eigen gemeente doorgezonden (W28)
      Gegeven de gegevens
        | gegeven           | waarde     |
        | uitkering         | pw         |
        | woont_in_gemeente | nee        |
        | geboortedatum     | 1984-03-02 |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "doorzenden"
      En is het rechtskarakter "mededeling"

    Scenario: Er komen middelen om te starten, en of dat een gift is staat niet vast
      Gegeven de gegevens
        | gegeven           | waarde     |
        | uitkering         | pw         |
        | woont_in_gemeente | ja         |
        | geboortedatum     | 1984-03-02 |
      Als het besluit "toelating" wordt voorgesteld
      Dan is "gevolg_startmiddelen" gelijk aan "onbekend"
      En ontbreekt "startmiddelen"

    Abstract Scenario: Wat er volgt als de middelen een gift of een lening zijn
      Stel de afspraak "startmiddelen" is "<vorm>"
      Gegeven de gegevens
        | gegeven           | waarde     |
        | uitkering         | pw         |
        | woont_in_gemeente | ja         |
        | geboortedatum     | 1984-03-02 |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "toegewezen"
      En is "ander_traject_vervalt" gelijk aan "ja"
      En is "gevolg_startmiddelen" gelijk aan "<gevolg>"
      En ontbreekt er niets

      Voorbeelden:
        | vorm       | gevolg              |
        | als_gift   | gift_beoordelen     |
        | als_lening | lening_terugbetalen |

    Abstract Scenario: Rond de urengrens
      Gegeven de gegevens
        | gegeven           | waarde     |
        | uitkering         | pw         |
        | woont_in_gemeente | ja         |
        | geboortedatum     | 1984-03-02 |
        | verwachte_uren    | <uren>     |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"

      Voorbeelden:
        | uren | uitkomst   |
        | 1223 | toegewezen |
        | 1224 | toegewezen |
        | 1225 | verwijzen  |

  Regel: Eerst geeft wie de uitkering betaalt toestemming en pas dan is er een plaats

    Achtergrond:
      Gegeven de overeenkomst "zoetermeer/zoete-kruimels"
      En de peildatum is 2026-10-21
      En de besluitdatum is 2026-10-21

    Abstract Scenario: De toestemming van het college
      Gegeven de gegevens
        | gegeven   | waarde      |
        | uitkering | <uitkering> |
        | stand     | <stand>     |
      En de oordelen
        | oordeel             | waarde | door           | reden            |
        | cooperatie_laat_toe | ja     | Zoete Kruimels | ledenvergadering |
        | alle_leden_akkoord  | <alle> | Zoete Kruimels | ledenvergadering |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En beslist de regel "<regel>"

      Voorbeelden:
        | uitkering | stand           | alle | uitkomst             | regel              |
        | pw        | aangemeld       | ja   | wacht_op_toestemming | zonder_toestemming |
        | pw        | aangemeld       | nee  | wacht_op_toestemming | zonder_toestemming |
        | ioaw      | aangemeld       | ja   | wacht_op_toestemming | zonder_toestemming |
        | pw        | met_toestemming | ja   | als_lid              | opgenomen          |

    Abstract Scenario: De toestemming van UWV
      Gegeven de gegevens
        | gegeven         | waarde          |
        | uitkering       | uwv             |
        | stand           | met_toestemming |
        | toestemming_uwv | <uwv>           |
      En de oordelen
        | oordeel             | waarde     | door           | reden            |
        | cooperatie_laat_toe | <laat toe> | Zoete Kruimels | ledenvergadering |
        | alle_leden_akkoord  | <alle>     | Zoete Kruimels | ledenvergadering |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"

      Voorbeelden:
        | uwv | laat toe | alle | uitkomst             |
        | ja  | ja       | ja   | als_lid              |
        | ja  | ja       | nee  | geweigerd            |
        | nee | ja       | ja   | wacht_op_toestemming |
        | nee | ja       | nee  | wacht_op_toestemming |
        | nee | nee      | nee  | wacht_op_toestemming |

    Scenario: Of UWV toestemming gaf is niet bekend
      Gegeven de gegevens
        | gegeven   | waarde          |
        | uitkering | uwv             |
        | stand     | met_toestemming |
      En de oordelen
        | oordeel             | waarde | door           | reden            |
        | cooperatie_laat_toe | ja     | Zoete Kruimels | ledenvergadering |
        | alle_leden_akkoord  | ja     | Zoete Kruimels | ledenvergadering |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "toestemming_uwv"

  Regel: De leden nemen een nieuw lid samen en zonder tegenstem aan

    Achtergrond:
      Gegeven de overeenkomst "zoetermeer/zoete-kruimels"
      En de peildatum is 2026-10-21
      En de besluitdatum is 2026-10-21
      En de gegevens
        | gegeven   | waarde          |
        | uitkering | pw              |
        | stand     | met_toestemming |

    Abstract Scenario: Alle leden of niet alle leden
      Gegeven de oordelen
        | oordeel             | waarde     | door           | reden            |
        | cooperatie_laat_toe | <laat toe> | Zoete Kruimels | ledenvergadering |
        | alle_leden_akkoord  | <alle>     | Zoete Kruimels | ledenvergadering |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"
      En is het rechtskarakter "privaatrechtelijk"
      En bevat de brief niet "U kunt bezwaar maken"

      Voorbeelden:
        | laat toe | alle | uitkomst  |
        | ja       | ja   | als_lid   |
        | ja       | nee  | geweigerd |
        | nee      | ja   | geweigerd |
        | nee      | nee  | geweigerd |

    Scenario: Zonder stemming is er geen plaats
      Gegeven de oordelen
        | oordeel             | waarde | door           | reden                   |
        | cooperatie_laat_toe | ja     | Zoete Kruimels | gesprek met het bestuur |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de status "oordeel_nodig"
      En ontbreekt "alle_leden_akkoord"

  Regel: Het lid handelt onder de inschrijving van de coöperatie

    Scenario: De coöperatie stuurt de rekening
      Gegeven de overeenkomst "zoetermeer/zoete-kruimels"
      En de peildatum is 2026-10-21
      En de gegevens
        | gegeven   | waarde          |
        | uitkering | pw              |
        | stand     | met_toestemming |
      En de oordelen
        | oordeel             | waarde | door           | reden            |
        | cooperatie_laat_toe | ja     | Zoete Kruimels | ledenvergadering |
        | alle_leden_akkoord  | ja     | Zoete Kruimels | ledenvergadering |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is "factuur_van" gelijk aan "cooperatie_factureert"

  Regel: Een percentage van de winst gaat naar de coöperatie, en welk percentage is open

    Achtergrond:
      Gegeven de overeenkomst "zoetermeer/zoete-kruimels"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven              | waarde        |
        | leefvorm             | alleenstaande |
        | stand                | lid           |
        | opname               | € 0,00        |
        | besteed_uit_spaarpot | € 0,00        |
        | spaarpot_begin       | € 0,00        |
        | omzet                | € 500,00      |

    Abstract Scenario: Zonder percentage is er geen bijdrage te berekenen
      Gegeven de gegevens
        | gegeven        | waarde   |
        | opdrachtkosten | <kosten> |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "bijdragepercentage"
      En is "resultaat" gelijk aan "<winst>"
      En beslist de regel "over_winst"

      Voorbeelden:
        | kosten   | winst     |
        | € 100,00 | € 400,00  |
        | € 499,99 | € 0,01    |
        | € 500,00 | € 0,00    |
        | € 760,00 | € -260,00 |

    Abstract Scenario: Met een verzonnen percentage gaat het om een deel van de winst en nooit van een verlies
      Stel de afspraak "bijdragepercentage" is "20%"
      Gegeven de gegevens
        | gegeven        | waarde   |
        | opdrachtkosten | <kosten> |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "<bijdrage>"
      En is "reservering" gelijk aan "niet van toepassing"
      En is "spaarpot_eind" gelijk aan "<saldo>"

      Voorbeelden:
        | kosten   | bijdrage | saldo     |
        | € 100,00 | € 80,00  | € 320,00  |
        | € 499,97 | € 0,01   | € 0,02    |
        | € 500,00 | € 0,00   | € 0,00    |
        | € 760,00 | € 0,00   | € -260,00 |

    Scenario: Er is geen proefperiode, dus wie als proeflid is ingeschreven draagt niet bij
      Gegeven de gegevens
        | gegeven        | waarde   |
        | stand          | op_proef |
        | opdrachtkosten | € 100,00 |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de uitkomst "€ 0,00"

    Scenario: Van een betaling aan de gemeente is geen sprake
      Als het besluit "afdracht" wordt voorgesteld
      Dan is de status "niet_van_toepassing"

  Regel: Winst is alleen voor groei van het bedrijf en kennis van de ondernemer

    Achtergrond:
      Gegeven de overeenkomst "zoetermeer/zoete-kruimels"
      En de peildatum is 2026-11-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven                 | waarde        |
        | leefvorm                | alleenstaande |
        | spaarpot_nu             | € 300,00      |
        | sinds_overzicht_besteed | € 0,00        |

    Abstract Scenario: Doel en bedrag van een besteding
      Gegeven de gegevens
        | gegeven          | waarde     |
        | bestedingsdoel   | <doel>     |
        | bestedingsbedrag | <bedrag>   |
        | besteed_op       | 2026-11-12 |
      Als het besluit "besteding" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"

      Voorbeelden:
        | doel                      | bedrag   | uitkomst        |
        | bedrijfsgroei             | € 299,99 | toegestaan      |
        | bedrijfsgroei             | € 300,00 | toegestaan      |
        | bedrijfsgroei             | € 300,01 | niet_toegestaan |
        | persoonlijke_ontwikkeling | € 300,00 | toegestaan      |
        | prive_gebruik             | € 0,01   | niet_toegestaan |
        | prive_gebruik             | € 300,01 | niet_toegestaan |

    Scenario: Wat er bij vertrek met het saldo gebeurt is niet geregeld (W25)
      Als het besluit "eindafrekening" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "saldo_bij_uitstroom"

  Regel: Wat in de spaarpot blijft verlaagt de bijstand niet en wat iemand privé gebruikt wel

    Achtergrond:
      Gegeven de overeenkomst "zoetermeer/zoete-kruimels"
      En de maand is 2026-10
      En de besluitdatum is 2026-11-10
      En de gegevens
        | gegeven             | waarde              |
        | uitkering           | pw                  |
        | leefvorm            | alleenstaande       |
        | kostendelers        | 1                   |
        | geboortedatum       | 1984-03-02          |
        | stand               | lid                 |
        | loon                | € 0,00              |
        | ander_inkomen       | € 0,00              |
        | omzet               | € 500,00            |
        | medisch_urenbeperkt | nee                 |
        | loonkostensubsidie  | nee                 |
        | maanden_n_gebruikt  | 0                   |
        | eerste_maand_r      | niet van toepassing |
      En de oordelen
        | oordeel                            | waarde | door         | reden                      |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | ervaring met eigen klanten |

    Scenario: Een factuur telt mee in de maand waarin het werk is gedaan, ook als de klant later betaalt
      Gegeven de gegevens
        | gegeven     | waarde     |
        | verricht_op | 2026-10-30 |
        | betaald_op  | 2026-11-12 |
      Als het besluit "factuurmaand" wordt voorgesteld
      Dan is de uitkomst "2026-10-30"
      En rust dat op de aanname over "toerekening"

    Abstract Scenario: Wie toch geld privé gebruikt heeft inkomen
      Gegeven de gegevens
        | gegeven | waarde   |
        | opname  | <opname> |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"

      Voorbeelden:
        | opname   | bijstand   |
        | € 0,00   | € 1.419,46 |
        | € 0,01   | € 1.419,45 |
        | € 250,00 | € 1.231,96 |

    Abstract Scenario: Wie deze maand 27 wordt heeft vrijlating, wie dat net niet wordt niet
      Gegeven de gegevens
        | gegeven       | waarde    |
        | geboortedatum | <geboren> |
        | opname        | € 250,00  |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"

      Voorbeelden:
        | geboren    | bijstand   |
        | 1999-10-01 | € 1.231,96 |
        | 1999-10-31 | € 1.231,96 |
        | 1999-11-01 | € 1.169,46 |

    Scenario: Alleen met de vrijlating onder de norm is een vraag die het college nog moet beantwoorden (W5)
      Gegeven de gegevens
        | gegeven | waarde     |
        | opname  | € 1.600,00 |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "vrijlating_telt_voor_recht"

    Abstract Scenario: Wie toestemming heeft maar nog geen lid is verrekent per maand en een verlies vervalt (W8)
      Gegeven de gegevens
        | gegeven        | waarde          |
        | stand          | met_toestemming |
        | omzet          | <omzet>         |
        | opdrachtkosten | <kosten>        |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "<bijstand>"
      En is "inkomsten" gelijk aan "<inkomsten>"
      En rust dat op de aanname over "verlies"

      Voorbeelden:
        | omzet    | kosten   | inkomsten | bijstand   |
        | € 150,00 | € 410,00 | € 0,00    | € 1.419,46 |
        | € 150,00 | € 150,00 | € 0,00    | € 1.419,46 |
        | € 200,00 | € 100,00 | € 100,00  | € 1.344,46 |

  Regel: De weg van Yara, die taarten bakt

    Achtergrond:
      Gegeven de overeenkomst "zoetermeer/zoete-kruimels"
      En de gegevens
        | gegeven           | waarde        |
        | uitkering         | pw            |
        | leefvorm          | alleenstaande |
        | kostendelers      | 1             |
        | geboortedatum     | 1990-05-17    |
        | woont_in_gemeente | ja            |

    Scenario: De klantmanager draagt Yara voor en het college geeft toestemming
      Gegeven de peildatum is 2026-09-01
      En de gegevens
        | gegeven           | waarde    |
        | stand             | aangemeld |
        | in_schuldsanering | nee       |
        | verwachte_uren    | 600       |
      En de oordelen
        | oordeel              | waarde | door         | reden                               |
        | toestemming_gemeente | ja     | klantmanager | zij wil ondernemend uit de bijstand |
      Als het besluit "toelating" wordt voorgesteld
      Dan is de uitkomst "toegewezen"
      En is "ander_traject_vervalt" gelijk aan "ja"
      En is "deelname_tot_en_met" gelijk aan "niet van toepassing"
      En ontbreekt "startmiddelen"

    Scenario: Alle leden stemmen in met Yara
      Gegeven de peildatum is 2026-09-08
      En de gegevens
        | gegeven      | waarde          |
        | stand        | met_toestemming |
        | aantal_leden | 9               |
      En de oordelen
        | oordeel             | waarde | door           | reden            |
        | cooperatie_laat_toe | ja     | Zoete Kruimels | ledenvergadering |
        | alle_leden_akkoord  | ja     | Zoete Kruimels | ledenvergadering |
      Als het besluit "plaatsing" wordt voorgesteld
      Dan is de uitkomst "als_lid"
      En is "factuur_van" gelijk aan "cooperatie_factureert"

    Scenario: Wat Yara met taarten verdient verlaagt haar bijstand niet
      Gegeven de maand is 2026-10
      En de gegevens
        | gegeven             | waarde              |
        | stand               | lid                 |
        | loon                | € 0,00              |
        | ander_inkomen       | € 0,00              |
        | omzet               | € 350,00            |
        | opname              | € 0,00              |
        | medisch_urenbeperkt | nee                 |
        | loonkostensubsidie  | nee                 |
        | maanden_n_gebruikt  | 0                   |
        | eerste_maand_r      | niet van toepassing |
      En de oordelen
        | oordeel                            | waarde | door         | reden                 |
        | draagt_bij_aan_arbeidsinschakeling | ja     | klantmanager | eerste vaste afnemers |
      Als het besluit "verrekening" wordt voorgesteld
      Dan is de uitkomst "€ 1.419,46"
      En is "inkomsten" gelijk aan "€ 0,00"

    Scenario: De bijdrage van Yara kan nog niet worden berekend
      Gegeven de maand is 2026-10
      En de gegevens
        | gegeven              | waarde   |
        | stand                | lid      |
        | omzet                | € 350,00 |
        | opdrachtkosten       | € 130,00 |
        | opname               | € 0,00   |
        | besteed_uit_spaarpot | € 0,00   |
        | spaarpot_begin       | € 0,00   |
      Als het besluit "bijdrageoverzicht" wordt voorgesteld
      Dan is de status "gegevens_ontbreken"
      En ontbreekt "bijdragepercentage"
      En is "resultaat" gelijk aan "€ 220,00"

    Abstract Scenario: Yara mag een oven en een cursus betalen en geen vakantie
      Gegeven de peildatum is 2026-11-20
      En de gegevens
        | gegeven                 | waarde   |
        | stand                   | lid      |
        | spaarpot_nu             | € 220,00 |
        | sinds_overzicht_besteed | € 0,00   |
        | bestedingsdoel          | <doel>   |
        | bestedingsbedrag        | € 180,00 |
      Als het besluit "besteding" wordt voorgesteld
      Dan is de uitkomst "<uitkomst>"

      Voorbeelden:
        | doel                      | uitkomst        |
        | bedrijfsgroei             | toegestaan      |
        | persoonlijke_ontwikkeling | toegestaan      |
        | prive_gebruik             | niet_toegestaan |

    Abstract Scenario: Yara gaat verder zonder de coöperatie
      Gegeven de peildatum is 2026-12-15
      En de gegevens
        | gegeven         | waarde     |
        | stand           | lid        |
        | reden_uitstroom | <reden>    |
        | gestopt_op      | 2026-12-31 |
      Als het besluit "uitstroom" wordt voorgesteld
      Dan is de uitkomst "voorziening_eindigt"
      En is "voorziening_tot_en_met" gelijk aan "2026-12-31"
      En is "plichten_herleven_vanaf" gelijk aan "2027-01-01"

      Voorbeelden:
        | reden                |
        | betaald_werk         |
        | volledig_zelfstandig |
        | opleiding            |

    Scenario: Zolang Yara wil blijven is geen verlenging nodig
      Gegeven de peildatum is 2027-09-01
      En de gegevens
        | gegeven                             | waarde              |
        | stand                               | lid                 |
        | toestemming_liep_tot_en_met         | niet van toepassing |
        | verlenging_deelname_liep_tot_en_met | niet van toepassing |
      Als het besluit "verlenging" wordt voorgesteld
      Dan is de uitkomst "niet_nodig"
