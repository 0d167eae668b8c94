"""Where attachments lie, from the environment: a folder by default, an object store (S3) by ``s3://…``.

Nothing here names a host: what is not set is told at start, and never becomes a request to somebody's cloud,
or a search for keys elsewhere on the machine.
"""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from gongkai.web import environment as env

FOLDER = "django.core.files.storage.FileSystemStorage"
OBJECTS = "gongkai.web.attachments.object_store.ObjectStore"
FILES = "GONGKAI_FILES"
ENDPOINT, REGION = "GONGKAI_FILES_ENDPOINT", "GONGKAI_FILES_REGION"
KEY, SECRET = "GONGKAI_FILES_KEY", "GONGKAI_FILES_SECRET"
ADDRESSING, ACL = "GONGKAI_FILES_ADDRESSING", "GONGKAI_FILES_ACL"
ADDRESS = re.compile(r"s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])((?:/[A-Za-z0-9_-]+)*)/?")
"""A bucket by its name, and folders in it."""
NO_REGION = "us-east-1"
"""What a request is signed with where a store knows no regions; the convention of such stores."""


def private_store(data: Path) -> dict[str, Any]:
    """Django's description of the store of attachments.

    Without ``GONGKAI_FILES`` the folder ``files`` in the data folder; with ``s3://bucket/prefix`` an object
    store. Raises ``SettingError`` for another value, for what is missing, and without the extra ``s3``. No
    value is repeated in a message: somebody may have written a secret into it.
    """
    address = env.text(FILES)
    if not address:
        modes = {"file_permissions_mode": 0o600, "directory_permissions_mode": 0o700}
        return {"BACKEND": FOLDER, "OPTIONS": {"location": str(data / "files"), **modes}}
    found = ADDRESS.fullmatch(address)
    if found is None:
        raise env.SettingError(
            f"环境变量 {FILES} 的值无法识别。请留空（附件存放在数据文件夹里），"
            "或者填 s3://存储桶/前缀，例如 s3://gongkai/attachments。"
        )
    if missing := [name for name in (ENDPOINT, KEY, SECRET) if not env.text(name)]:
        raise env.SettingError(
            f"环境变量 {FILES} 指定了对象存储，还缺少{'、'.join(missing)}。"
            "请向对象存储的管理员索取，填写以后再启动。"
        )
    if not all(map(find_spec, ("boto3", "storages"))):
        raise env.SettingError(
            f"环境变量 {FILES} 指定了对象存储，但是没有安装附加组件。"
            "请运行 pip install 'gongkai[s3]'，再启动。"
        )
    options = {
        "bucket_name": found[1],
        "location": found[2].strip("/"),
        "endpoint_url": _endpoint(),
        "region_name": env.text(REGION, NO_REGION),
        "access_key": env.text(KEY),
        "secret_key": env.text(SECRET),
        "addressing_style": env.choice(ADDRESSING, ("path", "virtual")),
        "default_acl": "private" if env.choice(ACL, ("private", "none")) == "private" else None,
    }
    return {"BACKEND": OBJECTS, "OPTIONS": options}


def _endpoint() -> str:
    value = env.text(ENDPOINT)
    try:
        parts = urlsplit(value)
        whole = (
            parts.scheme in {"http", "https"} and parts.hostname and (parts.port is None or parts.port > 0)
        )
    except ValueError:
        whole = False
    if not whole or "@" in value or "?" in value or "#" in value:
        raise env.SettingError(
            f"环境变量 {ENDPOINT} 的值无法识别。请填对象存储的服务地址，以 https:// 开头，例如 https://s3.example:9000；"
            "不要写存储桶、密钥。"
        )
    return value.rstrip("/")
