"""Debian's WordPress with PHP and MariaDB, set up in a folder and served on this machine only."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

CONFIG = """<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:{socket}' );
define( 'WP_HOME', '{address}' );
define( 'WP_SITEURL', '{address}' );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', __DIR__ . '/debug.log' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $key ) {{
    define( "{{$key}}_KEY", $key );
    define( "{{$key}}_SALT", $key );
}}
$table_prefix = 'wp_';
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
"""
# WordPress itself asks s.w.org for pictures of emoji and gravatar.com for those of people
QUIET = """<?php
remove_action( 'wp_head', 'print_emoji_detection_script', 7 );
remove_action( 'admin_print_scripts', 'print_emoji_detection_script' );
add_filter( 'pre_option_show_avatars', '__return_zero' );
"""
INSTALL = """
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'Smertehjelpa', 'admin', 'admin@example.org', true, '', 'secret' );
wp_create_user( 'reader', 'secret', 'reader@example.org' );
"""


@dataclass
class WordPress:
    """A running WordPress."""

    folder: Path
    address: str
    cookies: CookieJar = field(default_factory=CookieJar)

    def run(self, code: str) -> str:
        """Return what PHP code prints inside WordPress, as an administrator of the site runs it."""
        start = "define( 'WP_INSTALLING', true ); " if code == INSTALL else ""
        start += "require 'wp-load.php'; require_once ABSPATH . 'wp-admin/includes/plugin.php'; "
        command = ["php", "-d", "sendmail_path=/bin/true", "-r", start + code]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def log_in(self, name: str) -> None:
        """Use the site as that person from now on."""
        self.cookies.clear()
        self.open("wp-login.php")  # which sets the cookie that a log-in asks for
        self.open("wp-login.php", log=name, pwd="secret")

    def open(self, path: str, **form: str) -> tuple[int, str]:
        """Return the status and the content of a page, or of the answer to a form."""
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        data = urllib.parse.urlencode(form).encode() if form else None
        try:
            with opener.open(f"{self.address}/{path}", data, timeout=60) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()


@contextmanager
def served(folder: Path) -> Iterator[WordPress]:
    """Set WordPress up in a folder and serve it; stop its programs at the end."""
    source = Path("/usr/share/wordpress")
    theme = source / "wp-content/themes/twentytwentythree"
    php, *others = (shutil.which(program) for program in ("php", "mariadbd", "mariadb-install-db"))
    if php is None or None in others or not theme.exists():
        pytest.skip("Debian's WordPress, its theme twentytwentythree, PHP and MariaDB are not all installed")
    site = WordPress(folder / "site", f"http://127.0.0.1:{_free_port()}")
    shutil.copytree(source, site.folder, ignore=shutil.ignore_patterns("akismet"))
    database = str(folder / "mariadb.socket")
    (site.folder / "wp-config.php").write_text(CONFIG.format(socket=database, address=site.address), encoding="utf-8")
    (site.folder / "favicon.ico").touch()  # browsers ask for it
    (site.folder / "wp-content/mu-plugins").mkdir()
    (site.folder / "wp-content/mu-plugins/quiet.php").write_text(QUIET, encoding="utf-8")
    with ExitStack() as stack:
        stack.enter_context(_database(folder / "data", database))
        site.run(INSTALL)
        server = [php, "-S", site.address.partition("//")[2], "-t", str(site.folder)]
        environment = {**os.environ, "PHP_CLI_SERVER_WORKERS": "4"}
        with (folder / "server.log").open("wb") as log:
            # a group of its own, since PHP leaves its workers behind
            process = subprocess.Popen(server, stdout=log, stderr=log, env=environment, start_new_session=True)
        stack.callback(_stop_group, process)
        _wait_for(lambda: site.open("wp-login.php")[0] == 200)
        yield site


@contextmanager
def _database(data: Path, address: str) -> Iterator[None]:
    """Run MariaDB in a folder, reached by a socket alone, and make an empty database."""
    user = ["--user=root"] if os.getuid() == 0 else []
    command = ["mariadb-install-db", "--no-defaults", f"--datadir={data}", "--auth-root-authentication-method=normal"]
    if subprocess.run([*command, "--skip-test-db", *user], capture_output=True, timeout=120, check=False).returncode:
        pytest.skip("MariaDB cannot make a database here")
    command = ["mariadbd", "--no-defaults", f"--datadir={data}", f"--socket={address}", "--skip-networking"]
    log = (data / "log").open("wb")
    process = subprocess.Popen([*command, f"--pid-file={data}/pid", *user], stdout=log, stderr=log)
    log.close()
    try:
        create = ["mariadb", "--no-defaults", f"--socket={address}", "-uroot", "-e", "create database wordpress"]
        _wait_for(lambda: subprocess.run(create, capture_output=True, check=False).returncode == 0)
        yield
    finally:
        process.terminate()
        process.wait(60)


def _stop_group(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, 15)
    process.wait(60)


def _wait_for(is_there) -> None:  # type: ignore[no-untyped-def]
    for _ in range(300):
        with suppress(OSError):
            if is_there():
                return
        time.sleep(0.1)
    pytest.skip("a server did not start in 30 seconds")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
