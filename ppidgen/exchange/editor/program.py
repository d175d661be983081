"""What is changed in the web editor's own program, which ships as it was fetched: each text and what stands there then.

The names in it are those of the version that ships; another version needs them anew, and the tests tell which are gone.
"""

from collections.abc import Mapping

# The program asks another host for its letters and icons; the same files stand beside it instead.
_ELSEWHERE: Mapping[str, str] = {
    "https://cdn.jsdelivr.net/fontsource/fonts/material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2": (
        "huruf/material-symbols-outlined.woff2"
    ),
    "https://cdn.jsdelivr.net/fontsource/fonts/noto-mono@5.3.0/latin-400-normal.woff2": "huruf/noto-mono.woff2",
    "https://cdn.jsdelivr.net/fontsource/fonts/source-sans-3:vf@5.3.0/latin-wght-normal.woff2": (
        "huruf/source-sans-3.woff2"
    ),
}
# It writes languages, days, numbers and lists in its own language, which is English; whoever reads the forms is not.
_SPOKEN: Mapping[str, str] = {
    "displayLocale:t=oF(Cl.current??`en`)": "displayLocale:t=`id`",
    "wI=(e,t)=>e.toLocaleString(t??void 0,": "wI=(e,t)=>e.toLocaleString(`id`,",
    "toLocaleString(Cl.current,": "toLocaleString(`id`,",
    "Intl.NumberFormat(Cl.current)": "Intl.NumberFormat(`id`)",
    "aR=e=>{let t=Cl.current,": "aR=e=>{let t=`id`,",
    "dF(Cl.current,": "dF(`id`,",
}
# It keeps what is not saved yet, so that a closed window loses nothing. But where its forge had been made ready before
# an officer opened a folder, which is at every first opening, it forgot where to keep it.
_DRAFTS_KEPT: Mapping[str, str] = {
    "if(e&&!c4){let{databaseName:t}=e.repository??{};": "if(e){let{databaseName:t}=e.repository??{};"
}
# As YAML 1.2 has it, 08.00 is the number 8 and 0812 is 812, and what was not even touched would be saved so. Here, as
# for our reader, a value is the text that was typed, and is written as it was.
_TYPED = "customTags:e=>e.map(e=>/:(int|float|bool)$/.test(e.tag)?{...e,test:/(?!)/}:e)"
_AS_TYPED: Mapping[str, str] = {
    "XR=(e,t)=>Gfe(e,t)": f"XR=(e,t)=>Gfe(e,{{...t,{_TYPED}}})",
    "return nP(e,null,{indent:r,": f"return nP(e,null,{{{_TYPED},indent:r,",
}
# It asks a forge whether an entry was changed meanwhile, and saved over what somebody else wrote into a folder of this
# machine: there the text on the disk is held against what was last read or written here.
_CHECKED = (
    "for(let{path:e}of Object.values(n.locales))try{"
    "if(Aq.seen?.has(e)&&await bde(await Dq(Wq,e))!==Aq.seen.get(e))return{type:`modified`,entry:n}"
    "}catch(e){if(!Pq(e))throw e;return{type:`deleted`}}return"
)
_NOT_OVERWRITTEN: Mapping[str, str] = {
    "let i=await bde(r);return{...e": "let i=await bde(r);(Aq.seen??=new Map).set(e.path,i);return{...e",
    "if(await Nq(t,r),i){": "if(await Nq(t,r),(Aq.seen??=new Map).set(PO(n),r),i){",
    "if(!t&&n){try{await SZ()}": f"if(!t&&n){{if(Wq){{{_CHECKED}}}try{{await SZ()}}",
}
# It said that an entry was saved also where the browser could not put the file in its place at the end.
_WRITTEN: Mapping[str, str] = {
    "try{await n?.write(t)}finally{try{await n?.close()}catch{}}": "await n?.write(t),await n?.close()"
}
# Under that it gave the browser's own reason, in English; whoever looks after the machine finds it in the console.
_REASON = "j(g,t.cause?.message??t.message,!0)"
_SAID: Mapping[str, str] = {_REASON: f"t.cause instanceof DOMException?(j(g,``),console.error(t.cause)):{_REASON}"}
# It looked for the faults of a translation that an entry does not have, when one was closed.
_UNTRANSLATED: Mapping[str, str] = {
    "Object.values(R(l)[t]).some(({valid:e})=>!e)": "Object.values(R(l)[t]??{}).some(({valid:e})=>!e)"
}
# A browser that may not open a folder was an unexpected error; the words are those for a folder that was not chosen.
_NO_ROOT = "e.name===`NotFoundError`&&(n=Y(`sign_in_error.not_project_root`))"
_REFUSED: Mapping[str, str] = {
    _NO_ROOT: f"{_NO_ROOT},/^(NotAllowed|Security)Error$/.test(e.name)&&(n=Y(`sign_in_error.picker_dismissed`))"
}
# It opens a folder that git keeps; a portal is known by its registers, and not every office has git.
_OPENED: Mapping[str, str] = {"await n.getDirectoryHandle(`.git`)": "await n.getDirectoryHandle(`content`)"}
CHANGES: Mapping[str, str] = {
    **_ELSEWHERE, **_SPOKEN, **_DRAFTS_KEPT, **_AS_TYPED, **_NOT_OVERWRITTEN, **_WRITTEN, **_SAID, **_UNTRANSLATED,
    **_REFUSED, **_OPENED,
}  # fmt: skip
