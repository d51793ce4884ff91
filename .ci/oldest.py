"""Print the oldest version of each dependency that setup.cfg allows users to have, as constraints for pip."""

import configparser

FOR_DEVELOPERS = ("all", "test", "dev", "docs", "fuzz")

settings = configparser.ConfigParser()
settings.read("setup.cfg", encoding="utf-8")
extras = settings["options.extras_require"]
groups = [settings["options"]["install_requires"], *(extras[name] for name in extras if name not in FOR_DEVELOPERS)]
for requirement in "\n".join(groups).split():
    print(requirement.replace(">=", "=="))
