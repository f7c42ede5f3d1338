"""A build backend that builds nothing. `pip download` asks every source package for its metadata, which would run the
package's own build script, in the package or in a library that it names. scripts/sources puts this folder on PYTHONPATH:
Python then starts with a module of the backend's name in its place, so that pip keeps the archive and nothing in it is run.
pip names the backend in the environment of the process that asks (PEP 517; pyproject_hooks)."""
import os
import sys
import types


def get_requires_for_build_wheel(config_settings=None):
    return []


def prepare_metadata_for_build_wheel(folder, config_settings=None):
    name, version = os.environ["WARTA_SOURCE"].split("==")
    made = f"{name}-{version}.dist-info"
    os.mkdir(os.path.join(folder, made))
    with open(os.path.join(folder, made, "METADATA"), "w", encoding="utf-8") as out:
        out.write(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    return made


def stand_in():
    names = ("PEP517_BUILD_BACKEND", "_PYPROJECT_HOOKS_BUILD_BACKEND")  # of older and of newer pip
    backend = next((os.environ[name] for name in names if name in os.environ), "")
    module_name, _, object_name = backend.partition(":")
    if not module_name:
        return
    paths = os.environ.get("PEP517_BACKEND_PATH", "").split(os.pathsep)
    module = types.ModuleType(module_name)
    module.__file__ = os.path.join(paths[0], "none.py")  # a backend in the package must say that it stands there
    module.get_requires_for_build_wheel = get_requires_for_build_wheel
    module.prepare_metadata_for_build_wheel = prepare_metadata_for_build_wheel
    if object_name:
        setattr(module, object_name, module)
    sys.modules[module_name] = module


stand_in()
