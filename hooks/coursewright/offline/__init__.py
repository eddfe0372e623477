"""Reading without a network: what a browser may keep of a built site, and a site that opens from a folder of files."""

from coursewright.offline.flatten import FlattenError, flatten
from coursewright.offline.manifest import DOWNLOADS, Section, make_manifest
from coursewright.offline.pack import pack
from coursewright.offline.seal import seal
from coursewright.offline.sources import PACKED, packed_path

__all__ = ["DOWNLOADS", "PACKED", "FlattenError", "Section", "flatten", "make_manifest", "pack", "packed_path", "seal"]
