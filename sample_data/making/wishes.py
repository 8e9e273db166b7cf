"""What people asked for, in short notes, with the themes in each."""

# `{kin}` becomes the first name of the person's relative.
WISHES: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "financial": (
        ("I want {kin} to stop using my card and I want to see my own statements.", ("money", "contact")),
        ("Wants her purse back and to keep seeing {kin}. No police.", ("money", "no_police", "contact")),
        ("To choose who does my shopping and to be told what it cost.", ("money", "independence")),
        ("Said he wants his savings book where he can see it, and a say in what is spent.", ("money", "listened")),
        ("I don't want anyone in trouble. I want my rent paid and my own bank account.", ("no_police", "money")),
        ("Wanted the ring back that was her mother's. Nothing else matters as much.", ("money", "listened")),
        ("To have somebody explain the letters from the bank in plain English.", ("communication", "money")),
        ("I want to feel safe answering my own front door.", ("safe", "independence")),
    ),
    "neglect": (
        ("I want the same faces, and not to be left waiting for the toilet.", ("dignity", "staff")),
        (
            "Wants visits at the time agreed so she can take her tablets and go to the club.",
            ("process", "independence"),
        ),
        ("To be told when staff will be late. He sat by the window all morning.", ("process", "listened")),
        ("Not to be rushed. I want to wash my own face.", ("dignity", "independence")),
        ("I want somebody to say sorry and mean it.", ("staff", "listened")),
        ("{kin} to be rung when something goes wrong, not a week after.", ("process", "contact")),
        ("To stay here and for my sore to be looked at properly.", ("home",)),
        ("I want a drink where I can reach it, day and night.", ("dignity",)),
        ("Wants her glasses and hearing aid on before anyone talks to her.", ("communication", "dignity")),
        ("To feel safe at night and know that someone will come.", ("safe",)),
    ),
    "psychological": (
        ("I want the shouting to stop. I don't want to move.", ("safe", "home")),
        ("To sit at another table, away from him.", ("safe", "environment")),
        ("Wants to be asked, not told.", ("listened", "dignity")),
        ("I want my advocate with me when they talk about it.", ("advocacy", "listened")),
        ("To say no to {kin} without it turning into a row.", ("confidence", "contact")),
        ("Would like pictures so that he can show what happened.", ("communication",)),
        ("To feel safe in the lounge again.", ("safe",)),
    ),
    "domestic": (
        ("I want to stay in my own home and for {kin} to calm down.", ("home", "contact")),
        ("Wants her phone back and to ring her sister.", ("contact", "independence")),
        ("I don't want police. I want someone to talk to who is not family.", ("no_police", "advocacy")),
        ("To have a plan for when it kicks off.", ("safe", "confidence")),
        ("To be believed.", ("listened",)),
    ),
    "physical": (
        ("I want them to ask before they move me.", ("dignity", "staff")),
        ("Not to be on the same corridor as him. I like it here.", ("safe", "home")),
        (
            "Wants to know what will happen to the worker, and to have it explained in easy read.",
            ("staff", "communication"),
        ),
        ("To go to the shop on my own again without being scared.", ("independence", "safe")),
        ("{kin} not to visit for a bit. I'll say when.", ("contact", "confidence")),
    ),
    "organisational": (
        ("I want to get up when I like.", ("environment", "dignity")),
        ("Wants the door to the garden open.", ("environment", "independence")),
        ("To have a key to my own room.", ("environment", "dignity")),
        ("Would like to be asked at the residents' meeting and to hear what was done.", ("listened", "process")),
        ("Not to have the rails up. I am not a baby.", ("environment", "dignity")),
        ("To eat when I am hungry, with {kin} when he comes.", ("dignity", "contact")),
    ),
    "self_neglect": (
        ("I want to be left to do it my way and to keep my flat.", ("home", "independence")),
        ("Help with the bins, and nobody to touch my things.", ("independence", "environment")),
        ("To see a doctor who does not tell me off.", ("listened", "dignity")),
        ("Wants to go on living with her cats and will have the heating mended.", ("home", "environment")),
    ),
    "sexual": (
        ("I don't want him near me. I want to keep my job at the cafe.", ("safe", "independence")),
        ("To talk to a woman and not have to say it twice.", ("dignity", "process")),
    ),
    "sexual_exploitation": (
        ("I want friends who are nice to me, and to keep my phone.", ("contact", "independence")),
        ("To learn how to say no.", ("confidence", "safe")),
    ),
    "modern_slavery": (
        ("I want my wages and my papers back.", ("money",)),
        ("To feel safe and not be sent away.", ("safe", "home")),
    ),
    "discriminatory": (
        ("I want them to use my name, not a nickname.", ("dignity", "staff")),
        ("Somebody to cook food I can eat at Ramadan, and to be asked about it.", ("dignity", "listened")),
        ("An interpreter, so that I hear it for myself.", ("communication",)),
    ),
}
AFTERTHOUGHTS = ("process", "listened", "confidence")
