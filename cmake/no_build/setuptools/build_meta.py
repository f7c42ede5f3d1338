"""A build backend that builds nothing. `pip download` asks every source package for its metadata, which would run the
package's own build script; scripts/sources puts this folder before the real setuptools, so that pip keeps the archive and
nothing in it is run."""
import os
import sys


def get_requires_for_build_wheel(config_settings=None):
    return []


def prepare_metadata_for_build_wheel(folder, config_settings=None):
    name, version = os.environ["WARTA_SOURCE"].split("==")
    made = f"{name}-{version}.dist-info"
    os.mkdir(os.path.join(folder, made))
    with open(os.path.join(folder, made, "METADATA"), "w", encoding="utf-8") as out:
        out.write(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    return made


__legacy__ = sys.modules[__name__]  # how pip calls the backend of a package that names none
