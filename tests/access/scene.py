"""The scene of the doors: papers of the department in every state, and what hangs on them, by short names."""

from __future__ import annotations

from datetime import date, time
from importlib.resources import files

from allauth.usersessions.models import UserSession
from django.utils import timezone

from angikar.duties import actions as duties
from angikar.duties.cycle.actions import file
from angikar.duties.incidents.actions import report_incident
from angikar.duties.issue import issue
from angikar.duties.models import Duty, Evidence, Incident
from angikar.formats import write_pdf
from angikar.formats.lists import read_lists
from angikar.jobs import waiting
from angikar.jobs.models import Job, JobState
from angikar.meetings.agenda.actions import redo
from angikar.meetings.convening.actions import Frame, plan
from angikar.meetings.ideas.actions import submit
from angikar.meetings.minutes.actions import close
from angikar.meetings.models import Decision, Idea, Meeting
from angikar.meetings.sittings import actions as holding
from angikar.notices.actions import open_feed
from angikar.offices.approvals.actions import settle
from angikar.offices.approvals.wishes import PostWish
from angikar.offices.bodies.actions import NewMember, form
from angikar.offices.bulk.actions import carry_out, offer
from angikar.offices.bulk.offered import OfferedList
from angikar.offices.models import Approval, Body, Role
from angikar.offices.tokens.actions import TokenWish, make_token
from angikar.papers import actions as papers
from angikar.papers.intake.taking import hand_over
from angikar.papers.letters.actions import begin, enclose
from angikar.papers.letters.blank import FORMS
from angikar.papers.models import Outsider, Paper
from angikar.papers.receipts.actions import address_outside
from angikar.papers.signatures.actions import keep_scan
from angikar.papers.signatures.comparing import Compared
from angikar.rules.document import Document, Paragraph
from angikar.rules.duty import Answer
from angikar.search.actions import save_search
from tests.access.arguing import commented
from tests.access.templates import template
from tests.signed import ON_PAPER
from tests.world import World

ISSUED, REPORTED = date(2022, 7, 3), date(2022, 10, 10)
Scene = dict[str, str]
SHAPES = {
    "place": "0",
    "form": "json",
    "printed": "xlsx",
    "pdf": "pdf",
    "page": "1",
    "what": "q1",
    "register": "register",
}
"""Words of addresses that name no row."""


def set_up(world: World) -> Scene:
    """What the addresses lead to, as the words that stand in them."""
    agreement, circular, minutes = (_issued(world, name) for name in ("agreement", "circular", "minutes"))
    taken, draft = _taken(world, "circular"), _draft(world, "integrity-plan")
    reported, open_ = Duty.objects.filter(paper=agreement, quarter=1, asked__unit="number").order_by("pk")[:2]
    proof = duties.EvidenceFile("proof.txt", _bytes(world, "proof"), f"note{world.mark}")
    second_report = duties.report(
        reported, by=world.officers["focal"], answer=Answer(value="5"), today=REPORTED, files=[proof]
    )
    _file_second(world, agreement)
    named = {
        "letter": (letter := _written(world)).pk,
        "letter_version": letter.version,
        "quarter": 1,
        "filed": 2,
        "agreement": agreement.pk,
        "signature": _scanned(world, agreement),
        "circular": circular.pk,
        "minutes": minutes.pk,
        "decision": Decision.objects.filter(paper=minutes)[0].pk,
        "taken": taken.pk,
        "pictured": (pictured := _pictured(world)).pk,
        "pictured_version": pictured.version,
        "taken_version": taken.version,
        "doubt": taken.doubts[0].key,
        "page": 1,
        "cause": "words",
        "draft": draft.pk,
        "draft_version": draft.version,
        **_amended(world) | template(world),
        "reported": reported.pk,
        "report": second_report.pk,
        "proof": Evidence.objects.get(report=second_report).pk,
        "open": open_.pk,
        "open_version": open_.version,
        "receipt": Duty.objects.filter(paper=circular, kind="acknowledge")[0].pk,
        "outsider": _outsider(world, circular).pk,
        **_register(world, circular),
        "body": (body := _formed(world)).pk,
        **_meetings(world, body),
        "idea": _submitted(world).pk,
        "guide": "focal",
        "list": _listed(world),
        "approval": _asked(world),
        "feed": open_feed(world.officers["director"]).token,
        "directive": 0,
        **_incident(world, circular),
    }
    return {name: str(value) for name, value in named.items()}


def _handed_over(world: World) -> int:
    """A file that the head lets be read beside the pages."""
    return hand_over(world.officers["director"], "চিঠি.txt", b"x", office=world.offices["department"]).pk


def _made(world: World, circular: Paper) -> Job:
    """The matrix of the circular, made beside the pages for the head."""
    args = {"print": "matrix", "pk": circular.pk, "form": "pdf", "choice": "", "language": "bn"}
    return Job.objects.create(
        work="print",
        key=f"print:{circular.pk}",
        title=f"ছক{world.mark}",
        by=world.officers["director"],
        post=world.posts["director"],
        args=args,
        state=JobState.DONE,
        stored=waiting.put(b"%PDF-1.7"),
        file="matrix.pdf",
    )


def _register(world: World, circular: Paper) -> dict[str, int]:
    offices = {name: world.offices[name].pk for name in ("department", "ministry")}
    posts = {"post": world.posts["director"].pk, "focal": world.posts["focal"].pk}
    people = {"clerk": world.officers["clerk"].pk, "session": _signed_in(world).pk}
    token = _token(world)
    return {
        **offices,
        **posts,
        **people,
        "token": token,
        "saved": save_search(world.officers["director"], "দপ্তরের নক্ষত্র", "q=নক্ষত্র").pk,
        "job": _handed_over(world),
        "printed_job": _made(world, circular).pk,
    }


def _token(world: World) -> int:
    """A token of the head of the department."""
    day = timezone.localdate()
    return make_token(world.officers["director"], TokenWish(f"ছক{world.mark}", ["read"], day), today=day)[0].pk


def _signed_in(world: World) -> UserSession:
    """Where the head of the department is signed in besides."""
    return UserSession.objects.create(user=world.officers["director"], session_key=f"there{world.mark}", ip="192.0.2.1")


def _meetings(world: World, body: Body) -> dict[str, int]:
    running = _begun(world, "চলমান সভার কমিটি")
    return {"called": _planned(world, body).pk, "running": running.pk, "closed": _closed(world).pk}


def _outsider(world: World, circular: Paper) -> Outsider:
    return address_outside(
        circular, by=world.officers["director"], name=f"সংস্থা{world.mark}", reach="office@example.org"
    )


def _incident(world: World, circular: Paper) -> dict[str, int]:
    breach = _breach(world, circular)
    return {"incident": breach.pk, "handed": breach.files.get().pk}


def _written(world: World) -> Paper:
    """A letter with an enclosure that the head of the department has in hand."""
    head = world.officers["director"]
    paper = begin(head, world.offices["department"], FORMS["letter"], subject=f"আসবাব{world.mark}")
    return enclose(
        paper, f"তালিকা{world.mark}", version=paper.version, by=head, name="list.txt", data=_bytes(world, "list")
    )


def _formed(world: World) -> Body:
    chair = NewMember(post=world.posts["director"], role=Role.CHAIR)
    return form(world.offices["department"], "নৈতিকতা কমিটি", [chair], day=ISSUED, by=world.officers["director"])


def _planned(world: World, body: Body) -> Meeting:
    """A meeting of the body with its day and its agenda."""
    meeting = plan(body, f"আগস্টের সভা{world.mark}", Frame(ISSUED, time(11), "সভাকক্ষ"), by=world.officers["director"])
    redo(meeting, by=world.officers["director"])
    return meeting


def _begun(world: World, name: str) -> Meeting:
    """A meeting that runs, with one item and its chair present."""
    director = world.officers["director"]
    seat = NewMember(post=world.posts["director"], role=Role.CHAIR)
    body = form(world.offices["department"], name, [seat], day=ISSUED, by=director)
    meeting = holding.begin(plan(body, "সভা", Frame(ISSUED, time(11), "সভাকক্ষ"), by=director), by=director, today=ISSUED)
    holding.sign(meeting, holding.Signing(member=body.members.get()), by=director, at=timezone.now())
    holding.raise_item(meeting, f"বাজেট{world.mark}", by=director)
    return meeting


def _closed(world: World) -> Meeting:
    meeting, director = _begun(world, "সমাপ্ত সভার কমিটি"), world.officers["director"]
    holding.discuss(meeting.items.get(), f"বাজেট নিয়ে কথা হয়{world.mark}।", version=1, by=director)
    close(meeting, None, by=director, today=ISSUED)
    return meeting


def _listed(world: World) -> int:
    """A list of the register that was carried out."""
    sheets = read_lists(f"নাম,ঊর্ধ্বতন দপ্তর\nউপজেলা তারা কার্যালয়,{world.offices['department'].name}\n".encode())
    director = world.officers["director"]
    made = offer(OfferedList.of("list.csv", b"list", sheets), by=director, day=ISSUED)
    return carry_out(made, by=director).pk


def _file_second(world: World, agreement: Paper) -> None:
    second = Duty.objects.filter(paper=agreement, quarter=2, asked__unit="number").order_by("pk")[0]
    duties.report(second, by=world.officers["focal"], answer=Answer(value="5"), today=REPORTED)
    file(agreement, 2, by=world.officers["director"], today=REPORTED)


def _asked(world: World) -> int:
    """Whom the department wants as head of a district; the ministry may confirm it."""
    wish = PostWish("hand_over", world.posts["north_head"], timezone.localdate(), world.officers["stranger"])
    made = settle(wish, by=world.officers["director"], now=timezone.now())
    assert isinstance(made, Approval)
    return made.pk


def _submitted(world: World) -> Idea:
    post, by = world.posts["director"], world.officers["director"]
    return submit(post, f"আকাশ দেখার রাত{world.mark}", f"স্কুলে স্কুলে দূরবীন{world.mark}", body=None, day=ISSUED, by=by)


def _breach(world: World, circular: Paper) -> Incident:
    """An incident under the circular, with a picture."""
    fields = {"against": "একজন প্রার্থী", "what": f"গভীর রাতে মাইক{world.mark}"}
    picture = [duties.EvidenceFile("picture.txt", _bytes(world, "picture"))]
    return report_incident(
        circular,
        by=world.officers["director"],
        fields=fields,
        now=timezone.now(),
        token=f"one{world.mark}",
        files=picture,
    )


def _taken(world: World, sample: str) -> Paper:
    text = files("angikar.cli.demo").joinpath("samples", f"{sample}-demo.txt").read_text(encoding="utf-8")
    data = _marked(text, world.mark).encode()
    return papers.take_in(world.officers["director"], f"{sample}.txt", data, office=world.offices["department"])


def _pictured(world: World) -> Paper:
    """A paper that was taken in from a file with a page."""
    data = write_pdf(Document((Paragraph(f"দূরবীন সংক্রান্ত পত্র{world.mark}"),)))
    home = world.offices["department"]
    return papers.take_in(world.officers["director"], "letter.pdf", data, office=home, kind="plain_letter")


def _draft(world: World, sample: str) -> Paper:
    paper = _taken(world, sample)
    return papers.accept_intake(paper, by=world.officers["director"], version=paper.version)


def _amended(world: World) -> dict[str, int]:
    """An amendment of a plan that the office above is looking over."""
    by = world.officers["director"]
    draft = papers.supersede(_issued(world, "integrity-plan"), by=by, day=ISSUED)
    successor = papers.move(draft, "review", by=by, version=draft.version)
    return {"successor": successor.pk, "successor_version": successor.version, "comment": commented(world, successor)}


def _issued(world: World, sample: str) -> Paper:
    return issue(_draft(world, sample), by=world.officers["director"], day=ISSUED, focal=True, unsigned=ON_PAPER)


def _scanned(world: World, agreement: Paper) -> int:
    how = {"by": world.officers["director"], "at": timezone.now(), "version": agreement.version}
    return keep_scan(agreement, "scan.pdf", _bytes(world, "scan"), Compared(97), **how).pk


def _bytes(world: World, text: str) -> bytes:
    return f"{text}{world.mark}".encode()


def _marked(text: str, mark: str) -> str:
    """The text of a sample with the mark behind two of its words."""
    return text.replace("ঘাট", f"ঘাট{mark}").replace("কাজলপুর", f"কাজলপুর{mark}")
