"""What gunicorn reads from the folder it is started in, beside its command line."""

from gunicorn.http import message

# A search of 10,000 characters, each of up to 12 bytes in an address, is answered by a page of
# ours that says what is too long. Gunicorn itself would allow 4,094 bytes, at most 8,190 or any
# number at all, and answer what is longer without a word of help.
limit_request_line = message.MAX_REQUEST_LINE = 128 * 1024
